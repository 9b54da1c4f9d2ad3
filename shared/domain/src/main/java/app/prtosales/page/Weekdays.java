package app.prtosales.page;

/// The names of the days of the week in the languages of [Months], long and short.
final class Weekdays {

    /// A pattern for a name in upper or lower case, without a period or comma after it.
    static final String NAME =
            "(?i:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
                    + "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
                    + "|lun|mar|mer|jeu|ven|sam|dim|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
                    + "|mi[eé]|jue|vie|s[aá]b|dom|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo"
                    + "|gio|(?:lune|marte|mercole|giove|vener)d[iì]|sabato|domenica"
                    + "|(?:segunda|ter[cç]a|quarta|quinta|sexta)(?:-feira)?"
                    + "|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
                    + "|(?:m[aå]n|tis|tirs|ons|tors|fre|l[oöø]r|s[oöø]n)dag"
                    + "|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela)";

    private Weekdays() {}
}
