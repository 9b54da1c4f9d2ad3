package app.prtosales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.OutgoingMail;
import app.prtosales.mailing.MailRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The lint finds what it is meant to find: each case breaks a good email in one way.
class MailLintTest {

    private static final OutgoingMail GOOD =
            Samples.MAIL_ROOM.write(
                    new MailRequest.Ping(
                            Samples.green(),
                            Samples.REP,
                            Samples.ACCOUNTS,
                            Samples.AGREEMENT,
                            Samples.NOW));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    </body>                    | <script></script></body>             | <script> does not belong
                    </body>                    | <img src="https://x.example/p.gif" /></body> | <img> does not belong
                    </body>                    | <svg></svg></body>                   | <svg> does not belong
                    </body>                    | <div>x</div></body>                  | <div> does not belong
                    </body>                    | <p>x</body>                          | not well-formed
                    <h1                        | <h1 onclick="x()"                    | a script in onclick
                    role="presentation"        | role="none"                          | screen readers announce a table as data
                    https://pr.example         | javascript://pr.example              | a link to something other
                    color:#56616d              | color:#a0a0a0                        | contrast 2.61 of #a0a0a0 on #ffffff, light
                    .soft { color: #a8b3bf     | .soft { color: #505a66               | on #11161c, dark
                    a { text-decoration        | a { background: url(x); text-decoration | a style sheet that loads
                    font-weight:700            | background:url(x)                    | a style that email programs do not know
                    """)
    void each_violation_in_an_email_is_reported(String good, String bad, String problem) {
        assertThat(GOOD.html()).contains(good);

        assertThat(MailLint.problems(withHtml(GOOD.html().replace(good, bad))))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @Test
    void an_email_that_is_too_large_or_lacks_facts_is_reported() {
        String padded = GOOD.html().replace("</body>", "<p></p>".repeat(8_000) + "</body>");

        assertThat(MailLint.problems(withHtml(padded)))
                .singleElement()
                .asString()
                .startsWith("the HTML has ");
        assertThat(MailLint.problems(GOOD, "never said"))
                .isEqualTo(
                        List.of(
                                "the HTML does not say: never said",
                                "the text part does not say: never said"));
    }

    private static OutgoingMail withHtml(String html) {
        return new OutgoingMail(
                GOOD.id(),
                GOOD.to(),
                GOOD.subject(),
                html,
                GOOD.text(),
                GOOD.thread(),
                GOOD.replyTo());
    }
}
