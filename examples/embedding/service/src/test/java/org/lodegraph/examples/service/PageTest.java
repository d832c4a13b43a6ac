package org.lodegraph.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodegraph.model.Target;
import org.lodegraph.query.Exposure;
import org.lodegraph.reference.Reference;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page, in a browser, as somebody uses it. Skipped where there is no Chromium with its driver. */
class PageTest {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static RunningService service;
    private static ChromeDriver browser;

    @BeforeAll
    static void start() throws IOException {
        List<Path> missing = List.of(BROWSER, DRIVER).stream()
                .filter(tool -> !Files.isExecutable(tool))
                .toList();
        if (!missing.isEmpty()) {
            System.out.println("PageTest skipped: not installed: " + missing);
        }
        assumeTrue(missing.isEmpty(), () -> "not installed: " + missing);
        service = new RunningService();
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions()
                .setBinary(BROWSER.toFile())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + Files.createTempDirectory("page-test"));
        options.setCapability("goog:loggingPrefs", console);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
        }
        if (service != null) {
            service.close();
        }
    }

    @BeforeEach
    void open() {
        look(1200, "light");
        open("");
    }

    @Test
    void showsTheNumberThatTheLibraryComputes() {
        String china = Reference.chain(2025, "gallium")
                .ask(Exposure.of(Target.of(material("gallium-high-purity"), country("USA"))))
                .share("CHN refining")
                .text();

        ask("exposure", "gallium-high-purity", "USA");

        assertThat(report()).contains("China", china);
        assertThat(browser.getCurrentUrl()).contains("question=exposure").contains("consumer=USA");
        assertThat(console()).isEmpty();
    }

    @Test
    void anAddressFillsTheFormAndAsks() {
        open("?question=concentration&material=gallium&by=owner&chain.materials=gallium&chain.year=2023");
        waitFor("#result:not([hidden])");

        assertThat(value("question")).isEqualTo("concentration");
        assertThat(value("by")).isEqualTo("owner");
        assertThat(value("chain.year")).isEqualTo("2023");
        assertThat(report()).contains("How concentrated is the output of low-purity gallium?");
    }

    @Test
    void putsWhatIsWrongBesideItsField() {
        ask("exposure", "galium", "");
        waitFor("#alert:not([hidden])");

        WebElement consumer = field("consumer");
        assertThat(error(consumer)).isEqualTo("missing. Maybe a country such as USA, or a bloc of the chain.");
        assertThat(consumer.getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(browser.switchTo().activeElement()).isEqualTo(consumer);

        consumer.sendKeys("USA", Keys.ENTER);
        new WebDriverWait(browser, Duration.ofMinutes(1))
                .until(now -> error(field("material")).startsWith("Material 'galium': not in this chain."));
        assertThat(error(consumer)).isEmpty();

        // What is folded away unfolds to show what is wrong with it.
        browser.executeScript("document.getElementById('chain-more').open = false");
        field("chain.materials").sendKeys(", tinn");
        browser.executeScript("document.getElementById('f-chain.controls').value = 'CN-2023-GAG'");
        browser.findElement(By.cssSelector("button")).click();
        new WebDriverWait(browser, Duration.ofMinutes(1))
                .until(now -> error(field("chain.controls")).endsWith("Maybe CN-2023-GAGE."));
        assertThat(error(field("chain.materials"))).contains("(tinn). Maybe tin.");
        assertThat(field("chain.controls").isDisplayed()).isTrue();
    }

    @Test
    void worksByKeyboard() {
        new Select(field("question")).selectByValue("delivery");
        field("material").sendKeys("gallium-high-purity", Keys.TAB);
        assertThat(browser.switchTo().activeElement().getDomAttribute("name")).isEqualTo("consumer");
        browser.switchTo().activeElement().sendKeys("USA", Keys.TAB);
        assertThat(browser.switchTo().activeElement().getTagName()).isEqualTo("summary");
        browser.switchTo().activeElement().sendKeys(Keys.TAB);
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        waitFor("#result:not([hidden])");

        assertThat(report()).contains("Delivery to");
    }

    @Test
    void everyFieldOfEveryQuestionHasALabel() {
        for (WebElement option : new Select(field("question")).getOptions()) {
            option.click();
            assertThat((List<?>) browser.executeScript("""
                    return [...document.querySelectorAll('input, select, textarea')]
                        .filter((each) => !each.labels.length || !each.labels[0].textContent.trim())
                        .map((each) => each.name)"""))
                    .as(option.getText())
                    .isEmpty();
        }
    }

    /** Of reports too: they are the library's. */
    @ParameterizedTest
    @CsvSource({"360, light", "360, dark", "1200, light", "1200, dark"})
    void isReadable(int width, String scheme) throws IOException {
        look(width, scheme);
        ask("exposure", "gallium-high-purity", "USA");
        picture("report-%s-%s".formatted(width, scheme));
        assertThat(overflow()).isZero();
        assertThat(pale()).isEmpty();

        open("");
        browser.executeScript("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
        ask("capacity-gaps", "", "");
        waitFor("#alert:not([hidden])");
        picture("problems-%s-%s".formatted(width, scheme));
        assertThat(overflow()).isZero();
        assertThat(pale()).isEmpty();
    }

    /** On paper there is the report alone, light whatever the screen is, and all of each table. */
    @Test
    void isPrinted() throws IOException {
        look(1200, "dark");
        ask("chokepoints", "gallium-high-purity", "USA");
        assertThat(form()).isEqualTo("block");
        print(680, "dark");
        picture("print");

        assertThat(form()).isEqualTo("none");
        assertThat(browser.executeScript("""
                const colors = [document.body, document.getElementById('report').shadowRoot.querySelector('.lodegraph')];
                return colors.map((each) => getComputedStyle(each).backgroundColor)""")).isEqualTo(List.of("rgb(255, 255, 255)", "rgb(255, 255, 255)"));
        assertThat((List<?>) browser.executeScript("""
                return [...document.getElementById('report').shadowRoot.querySelectorAll('.lg-scroll')]
                    .filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth)
                    .map((each) => each.getAttribute('aria-label') + ' ' + each.scrollWidth + ' > ' + each.clientWidth)""")).isEmpty();
        assertThat(overflow()).isZero();
        assertThat(pale()).isEmpty();
    }

    // ---- what somebody does

    private static void open(String address) {
        browser.get(service.at(address).toString());
        waitFor("body[data-ready]");
        console();
    }

    private static void ask(String question, String material, String consumer) {
        new Select(field("question")).selectByValue(question);
        field("material").sendKeys(material);
        field("consumer").sendKeys(consumer);
        browser.findElement(By.cssSelector("button")).click();
        waitFor("#result:not([hidden]), #alert:not([hidden])");
    }

    private static void look(int width, String scheme) {
        show("screen", width, scheme);
    }

    private static void print(int width, String scheme) {
        show("print", width, scheme);
    }

    private static void show(String media, int width, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    // ---- what somebody sees

    private static WebElement field(String name) {
        return browser.findElement(By.name(name));
    }

    private static String value(String name) {
        return Objects.requireNonNull(field(name).getDomProperty("value"));
    }

    private static String error(WebElement field) {
        return browser.findElement(By.id(field.getDomAttribute("id") + "-error"))
                .getText();
    }

    private static String form() {
        return browser.findElement(By.id("form")).getCssValue("display");
    }

    private static String report() {
        return String.valueOf(browser.executeScript("return document.getElementById('report').shadowRoot.textContent"));
    }

    private static void waitFor(String selector) {
        new WebDriverWait(browser, Duration.ofMinutes(1))
                .until(now -> !now.findElements(By.cssSelector(selector)).isEmpty());
    }

    private static List<String> console() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** By how many pixels the page is wider than the window. */
    private static long overflow() {
        return (Long) Objects.requireNonNull(browser.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    /** Text that stands out less than 4.5 to 1 from what is behind it; inside pictures the library sees to it. */
    private static List<?> pale() {
        return (List<?>) Objects.requireNonNull(browser.executeScript("""
                const channel = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
                const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
                const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
                const parent = (e) => e.parentElement ?? e.getRootNode().host;
                const behind = (e) => {
                  for (; e; e = parent(e)) {
                    const color = numbers(getComputedStyle(e).backgroundColor);
                    if (color[3] !== 0) return color;
                  }
                  return matchMedia('screen and (prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
                };
                const all = [...document.body.querySelectorAll('*'), ...document.getElementById('report').shadowRoot?.querySelectorAll('*') ?? []];
                return all
                  .filter((e) => !e.closest('svg, style, noscript, option') && e.checkVisibility())
                  .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
                  .filter((e) => {
                    const [a, b] = [light(numbers(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
                    return (a + 0.05) / (b + 0.05) < 4.5;
                  })
                  .map((e) => e.tagName + '.' + e.className + ': ' + e.textContent.trim().slice(0, 40));"""));
    }

    /** For people who want to look: target/pictures. */
    private static void picture(String name) throws IOException {
        Map<String, Object> taken = browser.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Path folder = Files.createDirectories(Path.of("target/pictures"));
        Files.write(folder.resolve(name + ".png"), Base64.getDecoder().decode((String) taken.get("data")));
    }
}
