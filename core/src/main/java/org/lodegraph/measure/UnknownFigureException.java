package org.lodegraph.measure;

/** Somebody read the number of a figure that is unknown. */
public final class UnknownFigureException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * For one unknown figure.
     *
     * @param figure the figure
     */
    public UnknownFigureException(Figure.Unknown figure) {
        super("Figure in %s: unknown (%s). Maybe ask for a range, which reads it as an interval."
                .formatted(figure.unit(), figure.note()));
    }

    /**
     * For figures found unknown while reading a whole.
     *
     * @param message which ones, and the cure
     */
    public UnknownFigureException(String message) {
        super(message);
    }
}
