package app.prtosales.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The one style sheet of the pages behind links. A page carries it, and the response names its
/// hash: then no other style can get in.
final class StyleSheet {

    static final String CSS =
            """
            :root { color-scheme: light dark;
              --page: #f2f4f6; --card: #ffffff; --line: #dde2e7; --edge: #75808c;
              --ink: #17202b; --soft: #56616d; --accent: #0b57b8; --on-accent: #ffffff;
              --box: #f2f4f6; --chosen: #e7f0fb; --wrong: #a3261b; --wrong-box: #fdecea;
              --green: #e1f3e6; --on-green: #14532d; --amber: #fdf0d0; --on-amber: #663c00;
              --red: #fde5e2; --on-red: #8a1c12; }
            @media (prefers-color-scheme: dark) { :root {
              --page: #0f1318; --card: #191f27; --line: #2d3742; --edge: #8592a0;
              --ink: #e9edf2; --soft: #a8b3bf; --accent: #9cc2ff; --on-accent: #0b1c33;
              --box: #222a34; --chosen: #1d3049; --wrong: #ffb4aa; --wrong-box: #3a1a17;
              --green: #143a22; --on-green: #b9f0c9; --amber: #41300a; --on-amber: #ffe0a1;
              --red: #4a1813; --on-red: #ffc9c2; } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--page); color: var(--ink);
              font: 17px/1.5 system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; }
            main { max-width: 560px; margin: 0 auto; padding: 24px 20px 32px;
              background: var(--card); overflow-wrap: anywhere; }
            @media (max-width: 599px) { body { background: var(--card); } }
            @media (min-width: 600px) { main { margin: 48px auto; padding: 40px;
              border: 1px solid var(--line); border-radius: 12px; } }
            h1 { margin: 0 0 8px; font-size: 26px; line-height: 1.25; letter-spacing: -0.01em; }
            p { margin: 0 0 16px; }
            a { color: var(--accent); }
            .soft { color: var(--soft); font-size: 15px; }
            .about { margin: 20px 0 28px; padding: 16px; border-radius: 10px;
              background: var(--box); }
            .about p { margin: 0 0 4px; }
            .about p:last-child { margin: 0; }
            .headline { font-weight: 600; }
            .signal { margin: 12px 0 0; padding: 8px 12px; border-radius: 8px; font-size: 15px; }
            .about .signal:last-child { margin-top: 12px; }
            .green { background: var(--green); color: var(--on-green); }
            .amber { background: var(--amber); color: var(--on-amber); }
            .red { background: var(--red); color: var(--on-red); }
            fieldset { margin: 0 0 28px; padding: 0; border: 0; min-width: 0; }
            legend, .legend { display: block; margin: 0 0 10px; padding: 0; font-weight: 600; }
            .choice { display: flex; gap: 14px; align-items: center; min-height: 52px;
              margin: 0 0 8px; padding: 12px 16px; border: 1px solid var(--edge);
              border-radius: 10px; cursor: pointer; }
            .choice:has(:checked) { border-color: var(--accent); background: var(--chosen);
              box-shadow: inset 0 0 0 1px var(--accent); }
            .choice input { flex: none; width: 22px; height: 22px; margin: 0;
              accent-color: var(--accent); }
            .choice span { flex: 1; min-width: 0; }
            .choice small { display: block; color: var(--soft); font-size: 15px; }
            .text { display: block; width: 100%; min-height: 52px; padding: 12px 16px;
              border: 1px solid var(--edge); border-radius: 10px; background: var(--card);
              color: var(--ink); font: inherit; }
            .wrong { margin: 0 0 10px; color: var(--wrong); font-weight: 600; font-size: 15px; }
            .summary { margin: 0 0 24px; padding: 14px 16px; border-radius: 10px;
              border: 1px solid var(--wrong); background: var(--wrong-box); color: var(--wrong);
              font-weight: 600; }
            button { display: block; width: 100%; min-height: 52px; padding: 12px 20px; border: 0;
              border-radius: 10px; background: var(--accent); color: var(--on-accent);
              font: inherit; font-weight: 600; cursor: pointer; }
            :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
            .choice:focus-within { outline: 3px solid var(--accent); outline-offset: 2px; }
            .choice input:focus-visible { outline: none; }
            .kit { margin: 0 0 32px; padding: 16px; border: 1px solid var(--line);
              border-radius: 10px; }
            .kit nav { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 16px; }
            .kit nav a { padding: 10px 14px; border: 1px solid var(--edge); border-radius: 22px;
              font-size: 15px; text-decoration: none; }
            .kit nav a[aria-current] { background: var(--accent); border-color: var(--accent);
              color: var(--on-accent); }
            .kit h2 { margin: 0 0 8px; font-size: 17px; }
            .kit p { margin: 0 0 10px; }
            form:has([value="~not-here"]:not(:checked)) .f-reason,
            form:has([value="~not-here"]:not(:checked)) .f-elsewhere { display: none; }
            form + .kit { margin: 36px 0 0; }
            .undo { margin: 36px 0 0; padding: 24px 0 0; border-top: 1px solid var(--line); }
            .again { margin: 20px 0 0; }
            .second { background: var(--card); color: var(--accent);
              border: 2px solid var(--accent); }
            details { margin: 28px 0 0; }
            summary { color: var(--soft); font-size: 15px; cursor: pointer; padding: 8px 0; }
            h2 { margin: 24px 0 6px; font-size: 17px; }
            .said { white-space: pre-line; }
            @media print { body { background: #ffffff; color: #000000; }
              main { border: 0; margin: 0; max-width: none; }
              .printed main > :not(.kit), .kit nav, .kit h2 { display: none; }
              .printed .kit { border: 0; padding: 0; background: #ffffff; color: #000000; } }
            .facts { margin: 0 0 16px; padding: 0; list-style: none; }
            .facts li { padding: 10px 0; border-top: 1px solid var(--line); }
            """;

    private StyleSheet() {}

    /// As a Content-Security-Policy names it: `sha256-…`.
    static String hash() {
        return hash(CSS);
    }

    /// @param css exactly what stands in the page
    static String hash(String css) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(css.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
