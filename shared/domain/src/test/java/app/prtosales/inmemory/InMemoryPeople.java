package app.prtosales.inmemory;

import app.prtosales.history.People;
import app.prtosales.history.Person;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// People, in memory.
public final class InMemoryPeople implements People {

    private final Map<String, Person> persons = new ConcurrentHashMap<>();
    private final Map<String, Instant> forgotten = new ConcurrentHashMap<>();

    @Override
    public void remember(Person person) {
        persons.putIfAbsent(person.id(), person);
        forgotten.remove(person.id());
    }

    @Override
    public Optional<Person> find(String id) {
        return Optional.ofNullable(persons.get(id));
    }

    @Override
    public void forget(String id, Instant at) {
        persons.remove(id);
        forgotten.put(id, at);
    }

    @Override
    public Optional<Instant> forgottenAt(String id) {
        return Optional.ofNullable(forgotten.get(id));
    }
}
