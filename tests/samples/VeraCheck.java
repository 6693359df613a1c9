import java.io.File;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates PDF files with the veraPDF library: FLAVOURS FILE... prints what fails, and exits 1 where anything does. */
public class VeraCheck {
    public static void main(String[] words) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean good = true;
        for (String name : words[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
            for (int i = 1; i < words.length; i++) {
                try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(words[i]), flavour)) {
                    ValidationResult result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
                    good &= result.isCompliant();
                    TreeMap<String, Integer> failed = new TreeMap<>();
                    for (TestAssertion test : result.getTestAssertions()) {
                        if (test.getStatus() == TestAssertion.Status.FAILED) {
                            failed.merge(test.getRuleId().getClause() + " " + test.getMessage(), 1, Integer::sum);
                        }
                    }
                    System.out.println(words[i] + " " + name + " " + result.isCompliant() + " " + failed);
                }
            }
        }
        System.exit(good ? 0 : 1);
    }
}
