package app.prtosales.response;

import app.prtosales.directory.Directory;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.KitSent;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Records that a rep sent the champion kit, to which champion, and at which account.
final class RecordKitSent {

    private final AddResponse records;
    private final AccountOnForm accounts;
    private final Directory directory;
    private final InstantSource clock;

    RecordKitSent(
            AddResponse records, AccountOnForm accounts, Directory directory, InstantSource clock) {
        this.records = records;
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
    }

    Outcome record(Opened.ToSendKit page, Map<String, String> form) {
        Problems problems = new Problems();
        Optional<AccountOnForm.Account> account = accounts.read(page.accounts(), form, problems);
        String champion =
                PlainText.requiredLine(
                        FormFields.CHAMPION,
                        form.get(FormFields.CHAMPION),
                        FormFields.MAXIMUM_CHAMPION,
                        problems);
        if (problems.any() || account.isEmpty()) {
            return new Outcome.Invalid(page, problems.asList());
        }
        KitSent sent =
                new KitSent(
                        directory.roster().firstId(page.rep().id()),
                        clock.instant(),
                        account.get().id(),
                        account.get().name(),
                        account.get().openDeal(),
                        champion,
                        1);
        return records.record(
                page,
                page.placement(),
                sent,
                "champion kit sent to a champion at %s".formatted(sent.accountName()));
    }
}
