package app.prtosales.response;

import app.prtosales.directory.Directory;
import app.prtosales.directory.TargetAccount;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the account that was chosen on a form, or typed.
final class AccountOnForm {

    private static final int MAXIMUM_ACCOUNT = 200;

    private final Directory directory;

    AccountOnForm(Directory directory) {
        this.directory = directory;
    }

    /// An account that was chosen or typed.
    ///
    /// @param id null where the directory does not know it
    record Account(@Nullable String id, String name, boolean openDeal) {

        static Account of(TargetAccount account) {
            return new Account(account.id(), account.name(), account.openDeal());
        }
    }

    /// A typed name that is an account of the directory is that account, whoever works it.
    Optional<Account> read(List<TargetAccount> own, Map<String, String> form, Problems problems) {
        String chosen = form.getOrDefault(FormFields.ACCOUNT, "");
        @Nullable String typed =
                PlainText.oneLine(
                        FormFields.ACCOUNT_NAME,
                        form.get(FormFields.ACCOUNT_NAME),
                        MAXIMUM_ACCOUNT,
                        problems);
        Optional<TargetAccount> account =
                own.stream().filter(each -> each.id().equals(chosen)).findFirst();
        if (account.isPresent()) {
            return account.map(Account::of);
        }
        if (typed == null) {
            if (!problems.about(FormFields.ACCOUNT_NAME)) {
                problems.add(
                        FormFields.ACCOUNT,
                        "Choose one of your accounts, or enter another account’s name");
            }
            return Optional.empty();
        }
        return directory.accounts().stream()
                .filter(each -> each.name().equalsIgnoreCase(typed))
                .findFirst()
                .map(Account::of)
                .or(() -> Optional.of(new Account(null, typed, false)));
    }
}
