package app.prtosales.inmemory;

import app.prtosales.aside.Aside;
import app.prtosales.aside.Asides;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a test says cannot be read.
public final class InMemoryAsides implements Asides {

    private final Map<String, Aside> open = new TreeMap<>();
    private final Set<String> mended = new HashSet<>();

    public synchronized void put(Aside aside) {
        open.put(aside.where(), aside);
    }

    public synchronized void mend(Aside aside) {
        mended.add(aside.where());
    }

    @Override
    public synchronized List<Aside> open() {
        return List.copyOf(open.values());
    }

    @Override
    public synchronized boolean takeUp(Aside aside) {
        return mended.contains(aside.where()) && open.remove(aside.where()) != null;
    }

    @Override
    public synchronized void told(List<Aside> asides) {
        asides.forEach(aside ->
                open.replace(
                        aside.where(),
                        new Aside(aside.partition(), aside.item(), aside.problem(), true)));
    }
}
