package app.prtosales.response;

import app.prtosales.directory.Directory;
import app.prtosales.directory.TargetAccount;
import app.prtosales.id.AccountId;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import app.prtosales.text.SameName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the account that was chosen or typed on a form.
final class AccountOnForm {

    private final Directory directory;

    AccountOnForm(Directory directory) {
        this.directory = directory;
    }

    /// An account that was chosen or typed.
    ///
    /// @param id null if the account is not in the directory
    record Account(@Nullable AccountId id, String name, boolean openDeal) {

        static Account of(TargetAccount account) {
            return new Account(account.id(), account.name(), account.openDeal());
        }
    }

    /// A typed name that matches an account in the directory means that account, whoever works it
    /// and whatever else is chosen. A typed name that matches none is used only if "another
    /// account" is chosen.
    Optional<Account> read(List<TargetAccount> own, Map<String, String> form, Problems problems) {
        String chosen = form.getOrDefault(FormFields.ACCOUNT, "");
        @Nullable String typed =
                PlainText.oneLine(
                        FormFields.ACCOUNT_NAME,
                        form.get(FormFields.ACCOUNT_NAME),
                        FormFields.MAXIMUM_ACCOUNT_NAME,
                        problems);
        Optional<TargetAccount> account =
                chosen.isBlank()
                        ? Optional.empty()
                        : Optional.ofNullable(
                                TargetAccount.byAnyId(own).get(new AccountId(chosen)));
        if (problems.about(FormFields.ACCOUNT_NAME)) {
            return Optional.empty();
        }
        if (typed != null) {
            return typed(typed, account, own, problems);
        }
        if (chosen.equals(FormFields.OTHER)) {
            problems.add(FormFields.ACCOUNT_NAME, "Enter the account’s name");
        } else if (account.isEmpty()) {
            problems.add(
                    FormFields.ACCOUNT,
                    "Choose one of your accounts, or enter another account’s name");
        }
        return account.map(Account::of);
    }

    private Optional<Account> typed(
            String name,
            Optional<TargetAccount> chosen,
            List<TargetAccount> own,
            Problems problems) {
        String key = SameName.key(name);
        List<TargetAccount> named =
                directory.accounts().stream()
                        .filter(each -> SameName.key(each.name()).equals(key))
                        .toList();
        if (named.isEmpty()) {
            if (chosen.isEmpty()) {
                return Optional.of(new Account(null, name, false));
            }
            problems.add(
                    FormFields.ACCOUNT_NAME,
                    "“%s” is not on the list of accounts. Choose “Another account” above to record it anyway, or clear this field to use %s"
                            .formatted(name, chosen.get().name()));
            return Optional.empty();
        }
        List<TargetAccount> meant =
                named.stream()
                        .filter(each ->
                                named.size() == 1 || chosen.filter(each::equals).isPresent())
                        .toList();
        List<TargetAccount> mine = named.stream().filter(own::contains).toList();
        if (meant.isEmpty() && mine.size() == 1) {
            return Optional.of(Account.of(mine.getFirst()));
        }
        if (meant.isEmpty()) {
            problems.add(
                    FormFields.ACCOUNT_NAME,
                    "%d accounts are named “%s”. If one of them is yours, choose it above; otherwise, reply to the email and say which one"
                            .formatted(named.size(), name));
        }
        return meant.stream().findFirst().map(Account::of);
    }
}
