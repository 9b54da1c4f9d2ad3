package app.prtosales.response;

import app.prtosales.directory.Directory;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.Referenced;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import app.prtosales.text.Words;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Records that a rep used the placement in a deal: where, and how.
final class UseInDeal {

    private final AddResponse records;
    private final AccountOnForm accounts;
    private final Directory directory;
    private final InstantSource clock;

    UseInDeal(
            AddResponse records, AccountOnForm accounts, Directory directory, InstantSource clock) {
        this.records = records;
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
    }

    Outcome record(Opened.ToReference page, Map<String, String> form) {
        Problems problems = new Problems();
        Optional<AccountOnForm.Account> account = accounts.read(page.accounts(), form, problems);
        Optional<How> how = Words.read(How.class, form.getOrDefault(FormFields.HOW, ""));
        if (how.isEmpty()) {
            problems.add(FormFields.HOW, "Choose how you used it");
        }
        @Nullable String champion =
                PlainText.oneLine(
                        FormFields.CHAMPION,
                        form.get(FormFields.CHAMPION),
                        FormFields.MAXIMUM_CHAMPION,
                        problems);
        if (problems.any() || how.isEmpty() || account.isEmpty()) {
            return new Outcome.Invalid(page, problems.asList());
        }
        Referenced reference =
                new Referenced(
                        directory.roster().firstId(page.rep().id()).value(),
                        clock.instant(),
                        account.get().id(),
                        account.get().name(),
                        account.get().openDeal(),
                        how.get(),
                        champion,
                        1);
        return records.record(
                page,
                page.placement(),
                reference,
                "used in a deal at %s: %s%s"
                        .formatted(
                                reference.accountName(),
                                reference.how().label(),
                                champion == null ? "" : "; a champion there is named"));
    }
}
