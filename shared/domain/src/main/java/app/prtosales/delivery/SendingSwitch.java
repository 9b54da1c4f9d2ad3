package app.prtosales.delivery;

import app.prtosales.history.People;
import app.prtosales.history.Person;

/// Lets a person stop emails to reps, and resume them after any stop.
public final class SendingSwitch {

    private final GuardSending guard;
    private final People people;

    public SendingSwitch(GuardSending guard, People people) {
        this.guard = guard;
        this.people = people;
    }

    public GuardSending.Standing standing() {
        return guard.standing();
    }

    /// The address of a person who stopped or resumed sending; the id if the address is no longer
    /// known.
    public String named(String person) {
        return people.find(person).map(Person::email).orElse(person);
    }

    /// If sending is already stopped, the first stop stays as it is.
    public void stop(String why, Person by) {
        people.remember(by);
        guard.stop(why, by);
    }

    /// @return false if sending was not stopped
    public boolean resume(String why, Person by) {
        people.remember(by);
        return guard.resume(why, by);
    }
}
