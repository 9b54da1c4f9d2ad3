package app.prtosales.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crac.Core;
import org.crac.Resource;
import org.junit.jupiter.api.Test;

class PrimingTest {

    @Test
    void outside_snap_start_registering_runs_nothing() {
        List<String> done = new ArrayList<>();

        Priming.register(() -> done.add("loaded"));

        assertThat(done).isEmpty();
    }

    @Test
    void before_the_picture_is_taken_each_step_runs_in_order() {
        List<String> done = new ArrayList<>();
        Priming priming = Priming.register(() -> done.add("read"), () -> done.add("rendered"));

        priming.beforeCheckpoint(Core.getGlobalContext());

        assertThat(done).containsExactly("read", "rendered");
        assertThat(priming).isInstanceOf(Resource.class);
    }
}
