package app.prtosales.delivery;

import app.prtosales.history.People;
import app.prtosales.history.Person;

/// Somebody lets mails go out to reps again after they were stopped.
public final class ContinueSending {

    private final GuardSending guard;
    private final People people;

    public ContinueSending(GuardSending guard, People people) {
        this.guard = guard;
        this.people = people;
    }

    public GuardSending.Standing standing() {
        return guard.standing();
    }

    /// @return false when nothing was stopped
    public boolean goOn(String why, Person by) {
        people.remember(by);
        return guard.goOn(why, by);
    }
}
