package org.lodegraph.examples.service;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.reference.Reference;
import org.springframework.stereotype.Component;

// region cache
/** The chains that were asked last. They are immutable, so all threads share them. */
@Component
class Chains {

    private static final int MOST = 32;

    private final Map<Key, SupplyChain> chains = new LinkedHashMap<>();

    private record Key(int year, List<String> materials) {}

    synchronized SupplyChain chain(int year, List<String> materials) {
        Key key = new Key(year, materials);
        SupplyChain chain = chains.remove(key);
        if (chain == null) {
            chain = Reference.chain(year, materials.toArray(String[]::new));
        }
        chains.put(key, chain); // the newest last
        if (chains.size() > MOST) {
            Iterator<Key> oldest = chains.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return chain;
    }
}
// endregion
