package app.prtosales.bench;

import java.io.PrintStream;

/// Simulates two senders in virtual time, to see how much of SES's rate they use together and that
/// they never exceed it. The rates are that of SES's sandbox, which is lower than the number of
/// senders, one equal to it, and an ordinary one.
public final class BenchPace {

    private static final double SHARE_TARGET = 0.95;
    private static final int SENDERS = 2;
    private static final int MAILS = 5_000;

    private BenchPace() {}

    /// Exits with 3 when a target is missed.
    public static void main(String[] arguments) {
        boolean met = true;
        for (int perSecond : new int[] {1, 2, 14}) {
            met &= row(perSecond, System.out);
        }
        System.exit(met ? 0 : 3);
    }

    private static boolean row(int perSecond, PrintStream out) {
        VirtualSenders.Outcome outcome = new VirtualSenders(perSecond, SENDERS).send(MAILS);
        boolean met = outcome.share() >= SHARE_TARGET && outcome.most() <= perSecond;
        out.printf(
                "| %d senders at %d a second | %.1f%%, at most %d in any one second"
                        + " | >= %.0f%%, <= %d | %s |%n",
                SENDERS,
                perSecond,
                100 * outcome.share(),
                outcome.most(),
                100 * SHARE_TARGET,
                perSecond,
                met ? "met" : "**missed**");
        return met;
    }
}
