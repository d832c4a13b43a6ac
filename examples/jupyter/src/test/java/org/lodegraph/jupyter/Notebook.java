package org.lodegraph.jupyter;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A notebook, without what differs from run to run: who ran it in which version of Java, and when. */
record Notebook(JsonObject json) {

    /** As Jupyter writes it. */
    private static final Gson PRETTY = new GsonBuilder()
            .setFormattingStyle(FormattingStyle.PRETTY.withIndent(" "))
            .disableHtmlEscaping()
            .create();

    static Notebook read(Path file) throws IOException {
        JsonObject json = PRETTY.fromJson(Files.readString(file), JsonObject.class);
        json.getAsJsonObject("metadata").remove("language_info");
        for (JsonElement cell : json.getAsJsonArray("cells")) {
            cell.getAsJsonObject().getAsJsonObject("metadata").remove("execution");
        }
        return new Notebook(json);
    }

    /** The file as it is stored. */
    String text() {
        return PRETTY.toJson(json) + "\n";
    }

    private List<JsonObject> cells(String type) {
        return StreamSupport.stream(json.getAsJsonArray("cells").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(cell -> cell.get("cell_type").getAsString().equals(type))
                .toList();
    }

    /** The words between the cells. */
    List<String> prose() {
        return cells("markdown").stream()
                .map(cell -> joined(cell.get("source")))
                .toList();
    }

    /** What the cells gave, each as its kind and its text. */
    List<Output> outputs() {
        List<Output> outputs = new ArrayList<>();
        for (JsonObject cell : cells("code")) {
            for (JsonElement each : cell.getAsJsonArray("outputs")) {
                JsonObject output = each.getAsJsonObject();
                JsonObject data = output.has("data") ? output.getAsJsonObject("data") : new JsonObject();
                outputs.add(new Output(
                        output.get("output_type").getAsString(),
                        joined(data.has("text/plain") ? data.get("text/plain") : output.get("text")),
                        joined(data.get("text/html"))));
            }
        }
        return outputs;
    }

    record Output(String kind, String text, String html) {}

    private static String joined(JsonElement text) {
        if (text == null) {
            return "";
        }
        if (text instanceof JsonArray lines) {
            StringBuilder all = new StringBuilder();
            lines.forEach(line -> all.append(line.getAsString()));
            return all.toString();
        }
        return text.getAsString();
    }
}
