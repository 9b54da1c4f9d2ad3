package app.prtosales.directory;

import app.prtosales.id.RepId;
import app.prtosales.text.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody who sells. What the ledger, the history and the links hold of a rep is the id only.
///
/// @param zone where the rep works, for the times in their mails
/// @param segments ids of the segments whose accounts the rep works; they never decide who is
///   reached
public record Rep(
        RepId id,
        String name,
        String email,
        @Nullable String secondEmail,
        ZoneId zone,
        List<String> segments,
        @Nullable String manager,
        Employment employment,
        boolean active) {

    public Rep {
        segments = List.copyOf(segments);
    }

    /// Part of the full sales team: an active employee. Distributors and agents are beside it.
    public boolean isOfTheTeam() {
        return active && employment == Employment.EMPLOYEE;
    }

    /// The rep as reached at the second address; empty where there is no other than the first.
    public Optional<Rep> atSecondAddress() {
        return secondEmail == null || secondEmail.equalsIgnoreCase(email)
                ? Optional.empty()
                : Optional.of(
                        new Rep(
                                id,
                                name,
                                secondEmail,
                                null,
                                zone,
                                segments,
                                manager,
                                employment,
                                active));
    }

    /// The rep under an id of theirs.
    Rep as(RepId otherId) {
        return otherId.equals(id)
                ? this
                : new Rep(
                        otherId,
                        name,
                        email,
                        secondEmail,
                        zone,
                        segments,
                        manager,
                        employment,
                        active);
    }

    /// An active distributor or agent: gets what is Green, and is counted nowhere (R5.5).
    public boolean isDistributor() {
        return active && employment == Employment.DISTRIBUTOR;
    }

    /// Says who it is by id: this may end in a log line (I10).
    @Override
    public String toString() {
        return "rep " + id;
    }

    /// How a rep is tied to the company.
    public enum Employment {
        EMPLOYEE,
        DISTRIBUTOR;

        public String word() {
            return Words.of(this);
        }
    }
}
