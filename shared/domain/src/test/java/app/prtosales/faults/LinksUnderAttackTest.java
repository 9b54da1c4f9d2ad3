package app.prtosales.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.link.Link;
import app.prtosales.link.LinkKey;
import app.prtosales.link.LinkKeys;
import app.prtosales.link.LinkTokens;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.Opened;
import app.prtosales.response.RecordResponse;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// R5.8: every invalid link opens the same page, and opening a link writes nothing.
class LinksUnderAttackTest {

    private static final Map<String, String> READ = Map.of("choice", "read");
    private static final Outcome REFUSED = new Outcome.Refused(new Opened.NotALink());

    private final FaultPlan plan = FaultPlan.dryRun();
    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)), plan);

    @Test
    void flipping_any_bit_of_a_link_opens_the_same_page_and_does_nothing() {
        PlacementId id = distributed();
        for (Purpose purpose : Purpose.values()) {
            for (String person : List.of("rep-001", "rep-003", "cfo")) {
                byte[] bytes = company.token(purpose, id, person).getBytes(ISO_8859_1);
                for (int bit = 0; bit < bytes.length * 8; bit++) {
                    byte[] changed = bytes.clone();
                    changed[bit / 8] ^= (byte) (1 << bit % 8);
                    assertRefused(new String(changed, ISO_8859_1));
                }
            }
        }
        assertThat(company.responses.acknowledgedBy(id)).isEmpty();
    }

    @Test
    void parts_of_one_link_do_not_work_in_another() {
        PlacementId id = distributed();
        PlacementId other = company.distribute(Samples.submission(Samples.medCrypt())).id();
        List<String> all = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            for (PlacementId placement : List.of(id, other)) {
                for (String person : List.of("rep-001", "rep-002", "cfo")) {
                    all.add(company.token(purpose, placement, person));
                }
            }
        }
        for (String mine : all) {
            for (String theirs : all) {
                if (!mine.equals(theirs)) {
                    int dot = mine.lastIndexOf('.');
                    assertRefused(
                            mine.substring(0, dot) + theirs.substring(theirs.lastIndexOf('.')));
                }
            }
        }
    }

    @Test
    void random_links_work_through_the_second_in_which_they_expire() {
        PlacementId id = distributed();
        Random random = new Random(20261124);
        for (int i = 0; i < 500; i++) {
            Purpose[] purposes = Purpose.values();
            Instant expires = company.now().plusSeconds(random.nextInt(10_000_000));
            Link link =
                    new Link(
                            purposes[random.nextInt(purposes.length)],
                            id,
                            "rep-%03d".formatted(1 + random.nextInt(3)),
                            expires);
            String token = company.tokens.sign(link);
            assertThat(company.tokens.read(token, expires)).contains(link);
            assertThat(company.tokens.read(token, expires.plusSeconds(1))).isEmpty();
        }
    }

    @Test
    void a_link_one_second_past_its_expiration_accepts_no_answer() {
        PlacementId id = distributed();
        String token = company.token(Purpose.ACKNOWLEDGE, id, "rep-001");
        company.advance(Duration.ofDays(90).plusSeconds(1));

        assertThat(company.recordResponse.open(token)).isInstanceOf(Opened.Expired.class);
        assertThat(company.recordResponse.record(token, Map.of("choice", "read")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(company.responses.recorded(id)).isEmpty();
    }

    @Test
    void a_link_signed_with_an_unknown_key_opens_the_same_page() {
        PlacementId id = distributed();
        LinkKey foreign = new LinkKey("foreign", new byte[32]);
        LinkTokens theirs =
                new LinkTokens(
                        new LinkKeys() {
                            @Override
                            public LinkKey current() {
                                return foreign;
                            }

                            @Override
                            public Optional<LinkKey> find(String keyId) {
                                return Optional.of(foreign);
                            }
                        });
        Link link = new Link(Purpose.ACKNOWLEDGE, id, "rep-001", company.now().plusSeconds(3_600));

        assertRefused(theirs.sign(link));
        assertRefused(theirs.sign(link).replace("foreign", "test"));
    }

    @Test
    void opening_a_link_repeatedly_never_writes_to_any_port() {
        PlacementId id = distributed();
        for (Purpose purpose : Purpose.values()) {
            String person = purpose == Purpose.SEQUENCE ? "cfo" : "rep-001";
            String token = company.token(purpose, id, person);
            for (int i = 0; i < 15; i++) {
                plan.within("open", () -> company.recordResponse.open(token));
            }
        }

        Set<String> calls = new TreeSet<>();
        plan.sites().keySet().forEach(site -> calls.add(site.call()));
        assertThat(calls)
                .containsOnly(
                        "DirectoryStore.load",
                        "LinkKeys.find",
                        "Placements.find",
                        "Responses.about",
                        "Responses.acknowledged");
        String token = company.token(Purpose.ACKNOWLEDGE, id, "rep-001");
        assertThat(company.recordResponse.record(token, READ))
                .isInstanceOf(RecordResponse.Outcome.Recorded.class);
        assertThat(company.recordResponse.record(token, READ))
                .isInstanceOf(RecordResponse.Outcome.AlreadyRecorded.class);
    }

    private PlacementId distributed() {
        company.reps(3);
        return company.distribute(Samples.submission()).id();
    }

    private void assertRefused(String token) {
        assertThat(company.recordResponse.open(token)).isEqualTo(new Opened.NotALink());
        assertThat(company.recordResponse.record(token, READ)).isEqualTo(REFUSED);
    }
}
