package app.prtosales.local.edges;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Parses CloudFormation's YAML: `!Ref X` becomes `{Ref: X}`, `!GetAtt A.B` becomes `{Fn::GetAtt:
/// [A, B]}`, and so on.
final class TemplateText {

    private TemplateText() {}

    static Map<String, Object> read(String yaml) {
        try {
            return Json.map(new Yaml(new ShortForms()).<Object>load(yaml));
        } catch (YAMLException broken) {
            throw new UnreadableTemplate(
                    "the template is not YAML: "
                            + String.valueOf(broken.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("unknown"),
                    broken);
        }
    }

    /// The short forms of CloudFormation's intrinsic functions.
    private static final class ShortForms extends SafeConstructor {

        ShortForms() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new LongForm());
        }

        private final class LongForm extends AbstractConstruct {
            @Override
            public Object construct(Node node) {
                String name = node.getTag().getValue().substring(1);
                Object value =
                        switch (node) {
                            case ScalarNode scalar -> constructScalar(scalar);
                            case SequenceNode sequence -> constructSequence(sequence);
                            case MappingNode mapping -> constructMapping(mapping);
                            default -> throw new UnreadableTemplate("!" + name, null);
                        };
                Map<String, Object> call = new LinkedHashMap<>();
                if (name.equals("Ref") || name.equals("Condition")) {
                    call.put(name, value);
                } else if (name.equals("GetAtt") && value instanceof String path) {
                    call.put("Fn::GetAtt", List.of(path.split("\\.", 2)));
                } else {
                    call.put("Fn::" + name, value);
                }
                return call;
            }
        }
    }
}
