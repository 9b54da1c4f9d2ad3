package app.prtosales.delivery;

import app.prtosales.history.People;
import app.prtosales.history.Person;

/// Somebody stops the mails to reps by hand, or lets them go out again after they were stopped.
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

    /// The address of somebody who stopped them or let them go on; the id alone where it is not
    /// known any more.
    public String named(String person) {
        return people.find(person).map(Person::email).orElse(person);
    }

    /// Stopped twice, they stay stopped as they were the first time.
    public void stop(String why, Person by) {
        people.remember(by);
        guard.stop(why, by);
    }

    /// @return false when nothing was stopped
    public boolean goOn(String why, Person by) {
        people.remember(by);
        return guard.goOn(why, by);
    }
}
