package app.prtosales.mail;

import app.prtosales.response.FormFields;

/// The style sheets of the pages behind links, in the company's color. Each page contains its own,
/// and the response names its hash ([ContentPolicy]), so no other style is accepted.
final class StyleSheet {

    /// Hides the questions that follow “It doesn’t fit this sequence” until that is chosen.
    private static final String WHY_NOT_HERE =
            """
            form:has([value="%1$s"]:not(:checked)) .f-reason,
            form:has([value="%1$s"]:not(:checked)) .f-elsewhere { display: none; }
            """
                    .formatted(FormFields.NOT_HERE);

    private static final String PAGES =
            """
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--paper); color: var(--ink);
              font: var(--t-body)/1.5 system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; }
            main { max-width: 560px; margin: 0 auto; padding: 24px 20px 32px;
              overflow-wrap: anywhere; }
            @media (min-width: 600px) { main { margin: 32px auto; } }
            h1 { margin: 0 0 8px; font-size: var(--t-title); line-height: 1.25; letter-spacing: -0.01em; }
            p { margin: 0 0 16px; }
            a { color: var(--accent); }
            .soft { color: var(--soft); font-size: var(--t-soft); }
            .about { margin: 20px 0 28px; padding: 16px; border-radius: 10px;
              background: var(--quiet-soft); }
            .about p { margin: 0 0 4px; }
            .about p:last-child { margin: 0; }
            .headline { font-weight: 600; }
            .signal { margin: 12px 0 0; padding: 8px 12px; border-radius: 8px; font-size: var(--t-soft); }
            .about .signal:last-child { margin-top: 12px; }
            .green { background: var(--green-soft); color: var(--green); }
            .amber { background: var(--amber-soft); color: var(--amber); }
            .red { background: var(--red-soft); color: var(--red); }
            fieldset { margin: 0 0 28px; padding: 0; border: 0; min-width: 0; }
            legend, .legend { display: block; margin: 0 0 10px; padding: 0; font-weight: 600; }
            .choice { display: flex; gap: 14px; align-items: center; min-height: 52px;
              margin: 0 0 8px; padding: 12px 16px; border: 1px solid var(--field);
              border-radius: 10px; cursor: pointer; }
            .choice:has(:checked) { border-color: var(--accent); background: var(--accent-soft);
              box-shadow: inset 0 0 0 1px var(--accent); }
            .choice input { flex: none; width: 22px; height: 22px; margin: 0;
              accent-color: var(--accent); }
            .choice span { flex: 1; min-width: 0; }
            .choice small { display: block; color: var(--soft); font-size: var(--t-soft); }
            .text { display: block; width: 100%; min-height: 52px; padding: 12px 16px;
              border: 1px solid var(--field); border-radius: 10px; background: var(--card);
              color: var(--ink); font: inherit; }
            .wrong { margin: 0 0 10px; color: var(--red); font-weight: 600; font-size: var(--t-soft); }
            .summary { margin: 0 0 24px; padding: 14px 16px; border-radius: 10px;
              border: 1px solid var(--red); background: var(--red-soft); color: var(--red);
              font-weight: 600; }
            button { display: block; width: 100%; min-height: 52px; padding: 12px 20px; border: 0;
              border-radius: 10px; background: var(--accent); color: var(--on);
              font: inherit; font-weight: 600; cursor: pointer; }
            :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
            .choice:focus-within { outline: 3px solid var(--accent); outline-offset: 2px; }
            .choice input:focus-visible { outline: none; }
            .kit { margin: 0 0 32px; padding: 16px; border: 1px solid var(--line);
              border-radius: 10px; }
            .kit nav { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 16px; }
            .kit nav a { padding: 10px 14px; border: 1px solid var(--field); border-radius: 22px;
              font-size: var(--t-soft); text-decoration: none; }
            .kit nav a[aria-current] { background: var(--accent); border-color: var(--accent);
              color: var(--on); }
            .kit h2 { margin: 0 0 8px; font-size: var(--t-lead); }
            .kit p { margin: 0 0 10px; }
            """
                    + WHY_NOT_HERE
                    + """
                    form + .kit { margin: 36px 0 0; }
                    .words { user-select: all; -webkit-user-select: all; }
                    .kit .open { margin: 16px 0 0; } a.second { display: block; padding: 12px 20px;
                      border-radius: 10px; text-align: center; font-weight: 600;
                      text-decoration: none; }
                    .undo { margin: 36px 0 0; padding: 24px 0 0; border-top: 1px solid var(--line); }
                    .again { margin: 20px 0 0; }
                    .second { background: var(--card); color: var(--accent);
                      border: 2px solid var(--accent); }
                    h2 { margin: 24px 0 6px; font-size: var(--t-lead); }
                    .said { white-space: pre-line; }
                    @media print { body { background: #ffffff; color: #000000; }
                      main { margin: 0; max-width: none; }
                      .printed main > :not(.kit), .kit nav, .kit h2, .kit .open { display: none; }
                      .printed .kit { border: 0; padding: 0; background: #ffffff; color: #000000; } }
                    .facts { margin: 0 0 16px; padding: 0; list-style: none; }
                    .facts li { padding: 10px 0; border-top: 1px solid var(--line); }
                    """;

    private final String css;

    private StyleSheet(String css) {
        this.css = css;
    }

    /// For the pages behind a rep's or owner's link.
    static StyleSheet ofPages(Brand brand) {
        return new StyleSheet(Design.css(brand) + PAGES);
    }

    /// For the audit's pages.
    static StyleSheet ofAudit(Brand brand) {
        return new StyleSheet(Design.css(brand) + PAGES + AuditPageView.STYLE);
    }

    String css() {
        return css;
    }
}
