package app.prtosales.local.edges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import software.amazon.event.ruler.Machine;

/// An event pattern of a rule, matched by the engine that EventBridge itself uses.
///
/// @see <a href="https://github.com/aws/event-ruler">event-ruler</a>
final class EventPattern {

    private static final ObjectMapper TREES = new ObjectMapper();

    private final Machine machine = Machine.builder().build();

    /// @throws UnreadableTemplate when EventBridge would reject the pattern
    EventPattern(String rule, Map<String, Object> pattern) {
        try {
            machine.addRule(rule, Json.text(pattern));
        } catch (IOException invalid) {
            throw new UnreadableTemplate("the pattern of " + rule + " is not valid", invalid);
        }
    }

    boolean matches(Map<String, Object> event) {
        return !machine.rulesForJSONEvent(TREES.<JsonNode>valueToTree(event)).isEmpty();
    }
}
