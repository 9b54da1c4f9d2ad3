package app.prtosales.functions.placementintake;

import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.KitJson;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.kit.ChampionKit;
import app.prtosales.kit.Persona;
import app.prtosales.mail.Brand;
import app.prtosales.mail.KitPage;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import app.prtosales.text.ReaderClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// `GET /placements/{id}/kit?persona=CFO`: the champion kit as JSON, as text for pasting, or as a
/// printable page (R3.1, R3.5).
final class KitRoute {

    private final Placements placements;
    private final Directory directory;
    private final InstantSource clock;
    private final KitPage page;

    KitRoute(Placements placements, Directory directory, InstantSource clock, Brand brand) {
        this.page = new KitPage(brand);
        this.placements = placements;
        this.directory = directory;
        this.clock = clock;
    }

    HttpResponse show(HttpRequest request) {
        return ChangeRoutes.id(request)
                .flatMap(placements::find)
                .map(placement -> show(placement, request))
                .orElseGet(ChangeRoutes::noSuchPlacement);
    }

    private HttpResponse show(Placement placement, HttpRequest request) {
        Optional<String> asked = request.query("persona").filter(word -> !word.isBlank());
        Optional<Persona> persona =
                asked.isEmpty()
                        ? Optional.of(ChampionKit.firstReader(placement))
                        : asked.flatMap(Persona::read);
        if (persona.isEmpty()) {
            return ProblemJson.badQuery("persona", "Use one of: " + Persona.all()).response();
        }
        Instant now = clock.instant();
        Agreement agreement = directory.agreement();
        return ChampionKit.of(placement, persona.get(), agreement.company(), now)
                .map(kit -> answer(kit, request))
                .orElseGet(() -> noKit(placement, new ReaderClock(agreement.zone(), now)));
    }

    private HttpResponse answer(ChampionKit kit, HttpRequest request) {
        HttpResponse response =
                switch (request.preferred(
                        HttpResponse.JSON, HttpResponse.HTML, HttpResponse.TEXT)) {
                    case HttpResponse.HTML -> HttpResponse.html(200, page.of(kit), page.policy());
                    case HttpResponse.TEXT -> HttpResponse.text(200, kit.text());
                    default -> HttpResponse.json(200, KitJson.of(kit));
                };
        return response.varyingBy("Accept");
    }

    private static HttpResponse noKit(Placement placement, ReaderClock reader) {
        String why = ChampionKit.whyNot(placement, reader).orElse("");
        return ProblemJson.of(409, "You can’t send this kit right now", why).response();
    }
}
