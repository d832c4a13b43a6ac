package org.lodegraph.examples;

/** The main job: what China's export controls on gallium and germanium do to the United States. */
public final class GalliumGermanium {

    private GalliumGermanium() {}

    /** Prints the answer; the first argument is the folder that the report is written to. */
    public static void main(String[] args) {
        System.out.println("Lodegraph: the answer about gallium and germanium is not written yet.");
    }
}
