package app.prtosales.directory;

import app.prtosales.delivery.Mailbox;
import app.prtosales.id.RepId;
import app.prtosales.text.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A person who sells. The ledger, the history and links store only the rep's id.
///
/// @param zone the time zone for the times in the rep's emails
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

    /// Whether the rep is on the full sales team, as an active employee. Distributors and agents
    /// are not on it.
    public boolean isOnTeam() {
        return active && employment == Employment.EMPLOYEE;
    }

    /// The rep at the second address while the first is on hold, if that one works. Someone who
    /// marked an email as spam wants none at any address (R1.12).
    ///
    /// @param first the first address
    /// @param held the addresses on hold, by id
    public Optional<Rep> atWorkingSecondAddress(Mailbox first, Map<String, Mailbox> held) {
        return first.isMarkedAsSpam()
                ? Optional.empty()
                : atSecondAddress().filter(rep -> !held.containsKey(Mailbox.idOf(rep.email())));
    }

    /// The rep with the second address in place of the first; empty if there is only one address.
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

    /// The same rep under another of their ids.
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

    /// An active distributor or agent: gets Green placements only, and is never counted (R5.5).
    public boolean isDistributor() {
        return active && isExternal();
    }

    /// Whether the rep is a distributor or agent, active or not.
    public boolean isExternal() {
        return employment == Employment.DISTRIBUTOR;
    }

    /// Shows only the id, because the text may end up in a log (I10).
    @Override
    public String toString() {
        return "rep " + id;
    }

    /// The rep's relationship to the company.
    public enum Employment {
        EMPLOYEE,
        DISTRIBUTOR;

        public String word() {
            return Words.of(this);
        }
    }
}
