package org.lodegraph.render;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads what was drawn, with the XML parser of the JDK. */
final class Pages {

    /** Where words stand, in pixels. */
    record Box(String text, double left, double right, double top, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private Pages() {}

    static Document parse(String markup) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(markup)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    static List<Element> all(Document page, String element) {
        NodeList nodes = page.getElementsByTagName(element);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    static double across(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.endsWith("%") ? Double.parseDouble(value.substring(0, value.length() - 1)) / 100 : Double.NaN;
    }

    static double down(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** The boxes of all words of a picture that is so many pixels wide. */
    static List<Box> words(String inline, double width) {
        List<Box> boxes = new ArrayList<>();
        for (Element text : all(parse(inline), "text")) {
            double size = text.getAttribute("class").contains("lg-soft") ? 12 : 13;
            double length = Words.width(text.getTextContent(), size);
            double shift = text.getAttribute("dx").isEmpty() ? 0 : down(text, "dx");
            double x = across(text, "x") * width + shift;
            double left = switch (text.getAttribute("text-anchor")) {
                case "end" -> x - length;
                case "middle" -> x - length / 2;
                default -> x;
            };
            double y = down(text, "y");
            boxes.add(new Box(text.getTextContent(), left, left + length, y - 0.75 * size, y + 0.2 * size));
        }
        return boxes;
    }
}
