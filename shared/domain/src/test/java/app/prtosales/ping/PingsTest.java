package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.mailing.Mailing;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The pings of one placement, by rep.
class PingsTest {

    private static final PlacementId ID = PlacementId.of(Samples.waystar().key());
    private static final RepId REP = new RepId("rep-001");

    @Test
    void r1_12_a_reps_pings_come_in_the_order_in_which_they_are_tried() {
        Delivery first = planned(Mailing.PINGS);
        Delivery again = planned(new Mailing(Mailing.PINGS.mail(), 2));
        Delivery corrected = planned(Mailing.toCorrectedAddress(1));
        Delivery second = Delivery.planned(Company.secondPing(ID, REP.value()), Samples.WEDNESDAY);

        Pings pings = new Pings(List.of(second, corrected, again, first));

        assertThat(pings.of(REP)).containsExactly(first, again, corrected, second);
    }

    private static Delivery planned(Mailing mailing) {
        return Delivery.planned(mailing.to(ID, REP), Samples.WEDNESDAY);
    }
}
