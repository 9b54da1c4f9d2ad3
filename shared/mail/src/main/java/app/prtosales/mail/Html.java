package app.prtosales.mail;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;

/// Renders a precompiled template. The generated class is called directly, without jte's engine, so
/// nothing is looked up, loaded by reflection or parsed at runtime.
final class Html {

    private static final HtmlInterceptor AS_IT_IS = new AsItIs();

    private Html() {}

    /// A call of a generated `render`, with its view.
    @FunctionalInterface
    interface Template {
        void render(HtmlTemplateOutput output, HtmlInterceptor interceptor);
    }

    /// Every value is escaped for its context.
    static String of(Template template) {
        StringOutput written = new StringOutput();
        template.render(new OwaspHtmlTemplateOutput(written), AS_IT_IS);
        return written.toString();
    }

    private static final class AsItIs implements HtmlInterceptor {

        @Override
        public void onHtmlTagOpened(
                String name, Map<String, Object> attributes, TemplateOutput output) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {}
    }
}
