package app.prtosales.distribution;

/// Does what an errand of the queue asks for.
public final class RunErrand {

    private final FollowUndelivered followUndelivered;

    public RunErrand(FollowUndelivered followUndelivered) {
        this.followUndelivered = followUndelivered;
    }

    public void run(Errand errand) {
        switch (errand) {
            case Errand.Undelivered(var mail) -> followUndelivered.follow(mail);
            case Errand.HeldAddresses(var placement) ->
                    followUndelivered.tellHeldAddresses(placement);
        }
    }
}
