package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The session that the tabs of a browser share.
@Timeout(60)
class SessionModulesTest extends ModuleSuite {

    @Test
    void a_session_that_another_tab_hands_over_late_is_used() {
        Object token =
                page.evaluate(
                        """
                        async () => {
                          const {join} = await import('/modules/tabs.js');
                          await join();
                          const signedIn = new Promise((resolve) => addEventListener('signed-in', resolve, {once: true}));
                          new BroadcastChannel('session').postMessage({token: 'of another tab'});
                          await signedIn;
                          const token = sessionStorage.getItem('token');
                          sessionStorage.removeItem('token');
                          return token;
                        }
                        """);

        assertThat(token).isEqualTo("of another tab");
    }

    @Test
    void an_expired_session_is_replaced_by_that_of_another_tab() {
        Object isFresh =
                page.evaluate(
                        """
                        async () => {
                          const of = (exp) => `of.${btoa(JSON.stringify({exp}))}.`;
                          const {join} = await import('/modules/tabs.js');
                          const fresh = of(Date.now() / 1000 + 3600);
                          const other = new BroadcastChannel('session');
                          other.onmessage = ({data}) => data.ask && other.postMessage({token: fresh});
                          sessionStorage.setItem('token', of(1));
                          await join();
                          other.close();
                          const isFresh = sessionStorage.getItem('token') === fresh;
                          sessionStorage.removeItem('token');
                          return isFresh;
                        }
                        """);

        assertThat(isFresh).isEqualTo(true);
    }
}
