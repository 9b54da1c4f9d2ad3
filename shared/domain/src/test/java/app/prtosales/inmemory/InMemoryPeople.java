package app.prtosales.inmemory;

import app.prtosales.history.People;
import app.prtosales.history.Person;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Persons in memory.
public final class InMemoryPeople implements People {

    private final Map<String, Person> persons = new ConcurrentHashMap<>();

    @Override
    public void remember(Person person) {
        persons.putIfAbsent(person.id(), person);
    }

    @Override
    public Optional<Person> find(String id) {
        return Optional.ofNullable(persons.get(id));
    }
}
