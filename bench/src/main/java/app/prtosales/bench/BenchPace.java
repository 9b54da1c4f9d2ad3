package app.prtosales.bench;

import java.io.PrintStream;

/// How near to SES's rate several senders come together, and that they never exceed it, in virtual
/// time: with a usual rate, and in SES's sandbox, where it is smaller than their number.
public final class BenchPace {

    private static final double SHARE_BAR = 0.95;
    private static final int SENDERS = 2;
    private static final int MAILS = 5_000;

    private BenchPace() {}

    /// Exits with 3 when a bar is missed.
    public static void main(String[] arguments) {
        boolean met = true;
        for (int perSecond : new int[] {1, 2, 14}) {
            met &= row(perSecond, System.out);
        }
        System.exit(met ? 0 : 3);
    }

    private static boolean row(int perSecond, PrintStream out) {
        VirtualSenders.Outcome outcome = new VirtualSenders(perSecond, SENDERS).send(MAILS);
        boolean met = outcome.share() >= SHARE_BAR && outcome.most() <= perSecond;
        out.printf(
                "| %d senders at %d a second | %.1f%%, at most %d in any one second"
                        + " | >= %.0f%%, <= %d | %s |%n",
                SENDERS,
                perSecond,
                100 * outcome.share(),
                outcome.most(),
                100 * SHARE_BAR,
                perSecond,
                met ? "met" : "**missed**");
        return met;
    }
}
