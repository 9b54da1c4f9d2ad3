package app.prtosales.functions.placementintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// How the page's modules become one script; the browser tests run the result.
class PageScriptTest {

    @Test
    void a_module_is_included_once_after_those_that_it_imports() {
        String script =
                joined(
                        Map.of(
                                "app.js",
                                        "import {form} from './form.js';\nimport {h} from './dom.js';\nform(h);\n",
                                "form.js",
                                        "import {h} from './dom.js';\n\nexport function form() {}\n",
                                "dom.js",
                                        "export const h = 1;\nexport async function say() {}\nexport class Box {}\n"));

        assertThat(script)
                .isEqualTo(
                        """
                        // dom.js
                        const $dom = (() => {
                        const h = 1;
                        async function say() {}
                        class Box {}

                        return {h, say, Box};
                        })();

                        // form.js
                        const $form = (() => {
                        const {h} = $dom;

                        function form() {}

                        return {form};
                        })();

                        // app.js
                        const {form} = $form;
                        const {h} = $dom;
                        form(h);
                        """);
    }

    @Test
    void an_import_may_rename_take_the_whole_module_or_be_dynamic() {
        String script =
                joined(
                        Map.of(
                                "app.js",
                                """
                                import {leave as leaveProvider,
                                  day} from './auth.js';
                                import * as form from './form.js';
                                const page = () => import('./home.js');
                                """,
                                "auth.js",
                                "export const leave = 1;\nexport const day = 2;\n",
                                "form.js",
                                "export const show = 1;\n",
                                "home.js",
                                "export const show = 2;\n"));

        assertThat(script)
                .contains(
                        "const {leave: leaveProvider,\n  day} = $auth;\nconst form = $form;\n"
                                + "const page = () => Promise.resolve($home);");
    }

    @Test
    void modules_that_import_each_other_are_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        joined(
                                Map.of(
                                        "app.js", "import {a} from './a.js';\n",
                                        "a.js", "export const a = () => import('./b.js');\n",
                                        "b.js", "import {a} from './a.js';\n")))
                .withMessage("modules import each other in a circle: app, a, b");
    }

    @Test
    void importing_what_a_module_does_not_export_is_refused() {
        for (String imported : new String[] {"one, two", "two as one", "one,\n  two"}) {
            assertThatIllegalStateException()
                    .as(imported)
                    .isThrownBy(() ->
                            joined(
                                    Map.of(
                                            "app.js",
                                            "import {%s} from './a.js';\n".formatted(imported),
                                            "a.js",
                                            "export const one = 1, two = 2;\n")))
                    .withMessage("app.js: a.js does not export two");
        }
    }

    @Test
    void only_the_first_module_may_await_at_its_top_level() {
        String awaits = "const it = await 1;\nawait it;\n";

        assertThat(joined(Map.of("app.js", awaits))).endsWith(awaits);
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        joined(Map.of("app.js", "import * as a from './a.js';\n", "a.js", awaits)))
                .withMessage(
                        "a.js: only the first module may await at its top level: const it = await 1;");
    }

    @Test
    void other_forms_of_import_and_export_are_refused() {
        for (String form :
                new String[] {
                    "import dom from './dom.js';",
                    "import './dom.js';",
                    "import {h} from 'https://elsewhere.example/dom.js';",
                    "export default 1;",
                    "export let one = 1;",
                    "export {one};",
                    "const later = () => import(name);",
                    "const here = import.meta.url;",
                }) {
            assertThatIllegalStateException()
                    .as(form)
                    .isThrownBy(() -> joined(Map.of("app.js", form, "dom.js", "")))
                    .withMessageStartingWith(
                            "app.js: this form of import or export is not supported: ");
        }
    }

    private static String joined(Map<String, String> files) {
        return PageScript.of("app", name -> Objects.requireNonNull(files.get(name), name));
    }
}
