package app.prtosales.inmemory;

import app.prtosales.aside.Aside;
import app.prtosales.aside.Asides;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The items that a test declares unreadable.
public final class InMemoryAsides implements Asides {

    private final Map<String, Aside> open = new TreeMap<>();
    private final Set<String> fixed = new HashSet<>();

    public synchronized void put(Aside aside) {
        open.put(aside.where(), aside);
    }

    public synchronized void fix(Aside aside) {
        fixed.add(aside.where());
    }

    @Override
    public synchronized List<Aside> open() {
        return List.copyOf(open.values());
    }

    @Override
    public synchronized boolean pickUp(Aside aside) {
        return fixed.contains(aside.where()) && open.remove(aside.where()) != null;
    }

    @Override
    public synchronized void told(List<Aside> asides) {
        asides.forEach(aside ->
                open.replace(
                        aside.where(),
                        new Aside(aside.partition(), aside.item(), aside.problem(), true)));
    }
}
