package app.prtosales.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The content of a week's page.
///
/// @param slowest how long the last rep of each placement took, against the 24-hour line
/// @param faster how many more placements there are, in words; empty if none
/// @param coverage the coverage of each segment, segments without coverage first; empty on a week's
///   page
/// @param asOf whether the page is as it was emailed, or up to now
/// @param before the URL of the previous listed placements; null at the beginning
/// @param after the URL of the next listed placements; null at the end
/// @param all the URL of all placements; null if all are listed
record AuditPageView(
        String title,
        String verdict,
        String explanation,
        String asOf,
        String previousWeek,
        String nextWeek,
        String quarter,
        List<Figure> figures,
        List<String> restated,
        List<TrendBar> bars,
        List<TrendRow> trend,
        String listTitle,
        List<Placement> placements,
        @Nullable String before,
        @Nullable String after,
        @Nullable String all,
        List<AuditView.Bar> slowest,
        String faster,
        List<Coverage> coverage,
        List<AuditView.Fact> facts,
        String benchmark,
        String agreement) {

    /// The page's own style sheet, which comes after that of the other pages.
    static final String STYLE =
            """
            main { max-width: 860px; }
            @media (min-width: 600px) and (max-width: 900px) { main { margin: 32px 20px; } }
            h2 { margin: 32px 0 8px; font-size: var(--t-lead); line-height: 1.3; }
            nav { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0 0 20px; }
            .scroll { overflow-x: auto; }
            table { width: 100%; border-collapse: collapse; font-size: var(--t-soft); }
            th, td { padding: 8px 12px 8px 0; border-top: 1px solid var(--line);
              text-align: left; vertical-align: top; }
            td.number, th.number { text-align: right; white-space: nowrap; padding-right: 0; }
            caption { text-align: left; color: var(--soft); font-size: var(--t-soft);
              padding: 0 0 8px; }
            .trend { overflow-wrap: normal; } .trend th:first-child { white-space: nowrap; }
            svg { display: block; width: 100%; height: auto; margin: 0 0 12px; }
            svg text { fill: var(--ink); font-size: 11px; text-anchor: middle; }
            .judged { fill: var(--line); } .wired { fill: var(--accent); }
            .axis { stroke: var(--field); }
            .bar { fill: var(--accent); } .rest { fill: var(--line); }
            .late { fill: var(--red); } .limit { stroke: var(--ink); stroke-width: 2; }
            .spans svg { margin: 4px 0 0; } .spans thead th { font-size: var(--t-soft); }
            article { margin: 0 0 20px; padding: 16px 0 0; border-top: 1px solid var(--line);
              break-inside: avoid; scroll-margin-top: 12px; }
            article:target { border-top: 3px solid var(--accent); }
            article h3 { margin: 0 0 4px; font-size: var(--t-body); line-height: 1.4; }
            article p { margin: 0 0 6px; }
            dl { margin: 8px 0 0; } dt { margin: 8px 0 0; font-weight: 600; }
            dd { margin: 0; } dd:target { background: var(--accent-soft); }
            .badge { display: inline-block; min-width: 68px; margin-right: 8px;
              padding: 0 8px; border-radius: 6px; font-weight: 700; font-size: var(--t-soft);
              text-align: center; }
            .gray { background: var(--gray-soft); color: var(--gray); }
            .evidence { margin: 4px 0 0; padding-left: 20px; color: var(--soft);
              font-size: var(--t-soft); }
            @media (max-width: 600px) { svg text { font-size: 19px; } svg .week:nth-of-type(4n + 2) { display: none; }
              table { font-size: var(--t-soft); } .trend th, .trend td { padding-right: 8px; } }
            @media print { nav, .more { display: none; } main { max-width: none; margin: 0;
              padding: 0; } body { background: #ffffff; color: #000000;
              font-size: 12px; } a { color: inherit; } }
            """;

    /// A number, and the URL of its placements.
    record Figure(String question, String count, int percent, String url) {}

    /// @param count the count in words
    record Coverage(String segment, String count, int percent) {}

    /// A bar of the chart: `height` and `wired` are out of 100.
    record TrendBar(int x, int height, int wired, String week, String label) {}

    record TrendRow(String week, String url, List<String> cells) {}

    /// @param group empty for a placement judged in this week
    record Placement(
            String anchor,
            String outlet,
            String headline,
            @Nullable String url,
            String group,
            String deadline,
            List<Answer> answers,
            String next,
            String nextUrl) {}

    record Answer(
            String number,
            String question,
            AuditView.Badge badge,
            String why,
            String time,
            List<String> evidence) {}
}
