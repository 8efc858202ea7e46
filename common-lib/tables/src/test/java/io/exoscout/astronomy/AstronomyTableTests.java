package io.exoscout.astronomy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.exoscout.dataset.MadeTables;
import io.exoscout.dataset.RealTables;
import io.exoscout.dataset.StoredTables;
import io.exoscout.dataset.Upload;
import io.exoscout.objects.ObjectReader;
import io.exoscout.problem.ProblemKind;
import io.exoscout.store.Digests;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Tables as astronomers exchange them, and what is made to look like one. */
class AstronomyTableTests extends StoredTables {

	/** No cell has more digits than its number needs. */
	private static final String TABLE = MadeTables.kepler(40).replace(",3.20,", ",3.2,").replace(",1.0,", ",1.05,");

	@AfterEach
	void leavesNothingInTheSpool() throws IOException {
		try (Stream<Path> files = Files.list(this.directory.resolve("spool"))) {
			assertThat(files).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void theSameContentIsTheSameDatasetInEveryForm(AstronomyForms form) {
		byte[] sent = form.of(TABLE);
		for (byte[] bytes : List.of(sent, MadeTables.gzip(sent))) {
			try (Upload upload = receive(bytes)) {
				assertThat(rows(upload)).isEqualTo(rows(TABLE));
				assertThat(upload.ref().sentSha256()).isEqualTo(Digests.sha256(bytes));
				assertThat(upload.report().rows()).isEqualTo(40);
			}
		}
	}

	@Test
	void anIpacTableIsTheSameDataset() {
		try (Upload upload = receive(AstronomyForms.ipac(TABLE))) {
			assertThat(rows(upload)).isEqualTo(rows(TABLE));
		}
	}

	@ParameterizedTest
	@EnumSource
	void theArchivesTableSaysTheSameInEveryForm(AstronomyForms form) throws IOException {
		String csv = new String(RealTables.bytes("kepler-koi-cumulative-2025-10-04.csv"), StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> !line.startsWith("#"))
			.limit(2000)
			.reduce("", (text, line) -> text + line + "\n");
		List<String> features = List.of("koi_period", "koi_duration", "koi_depth", "koi_prad", "koi_model_snr",
				"koi_slogg");
		try (Upload plain = receive(csv.getBytes(StandardCharsets.UTF_8));
				Upload upload = receive(form.of(csv));
				ObjectReader expected = plain.objects(features);
				ObjectReader read = upload.objects(features)) {
			assertThat(upload.schema()).isEqualTo(plain.schema());
			for (var row = expected.next(); row != null; row = expected.next()) {
				var same = Objects.requireNonNull(read.next());
				assertThat(same.values()).isEqualTo(row.values());
				assertThat(same.object()).isEqualTo(row.object());
				assertThat(same.label()).isEqualTo(row.label());
			}
			assertThat(read.next()).isNull();
		}
	}

	@Test
	void theArchivesOwnFormsAreTheSameTable() throws IOException {
		try (Upload votable = receive(RealTables.bytes("reported/36-koi.vot"));
				Upload ipac = receive(RealTables.bytes("reported/36-koi_ipac.tbl"))) {
			assertThat(votable.report().rows()).isEqualTo(2000);
			assertThat(ipac.report().rows()).isEqualTo(300);
			assertThat(rows(votable).subList(0, 1)).isEqualTo(rows(ipac).subList(0, 1));
			assertThat(rows(votable))
				.contains("10797460,K00752.01,CONFIRMED,9.488035570,2.95750,6.1580e+02,2.26,5455.00,0.9270");
			assertThat(rows(ipac))
				.contains("10797460,K00752.01,CONFIRMED,9.488035570,2.95750,6.1580e+02,2.26,5455.00,0.9270");
		}
	}

	@ParameterizedTest
	@EnumSource
	void aUnitIsUnderstoodAsIfTheHeaderNamedIt(AstronomyForms form) throws IOException {
		// the archive gives hours: these are days
		byte[] sent = form.of(TABLE, "", "", "", "", "d", "d", "ppm", "earthRad", "deg");
		try (Upload upload = receive(sent);
				ObjectReader objects = upload.objects(List.of("koi_period", "koi_duration", "koi_prad"))) {
			assertThat(Objects.requireNonNull(objects.next()).values()).containsExactly(1.5f, 3.2f * 24, 1.05f);
			assertThat(upload.report().notes()).anyMatch((note) -> note.contains("koi_duration [d]"));
			assertThat(upload.report().notes()).noneMatch((note) -> note.contains("koi_period [d]"));
		}
	}

	@Test
	void whatStandsForNoValueIsBlank() throws IOException {
		String votable = votable("""
				<FIELD name="kepoi_name" datatype="char" arraysize="*"/>
				<FIELD name="koi_period" datatype="double"/>
				<FIELD name="koi_depth" datatype="int"><VALUES null="-99"/></FIELD>
				<FIELD name="koi_duration" datatype="float"/><FIELD name="koi_prad" datatype="float"/>
				""", "<TABLEDATA><TR><TD>K00001.01</TD><TD>2.5</TD><TD>-99</TD><TD>NaN</TD><TD/></TR></TABLEDATA>");
		try (Upload upload = receive(votable.getBytes(StandardCharsets.UTF_8));
				ObjectReader objects = upload.objects(List.of("koi_period", "koi_depth", "koi_duration", "koi_prad"))) {
			assertThat(Objects.requireNonNull(objects.next()).values()).containsExactly(2.5f, Float.NaN, Float.NaN,
					Float.NaN);
		}
	}

	@Test
	void nothingOutsideTheDocumentIsRead() throws IOException {
		Path secret = Files.writeString(this.directory.resolve("secret"), "secret");
		for (String href : List.of(secret.toUri().toString(), "http://127.0.0.1:9/", "ftp://127.0.0.1/x")) {
			refused("votable_file", votable("<FIELD name='koi_period' datatype='double'/>",
					"<BINARY><STREAM href='" + href + "' encoding='base64'/></BINARY>"))
				.contains("href");
			refused("votable_file", votable("<FIELD name='koi_period' datatype='double'/>",
					"<FITS><STREAM href='" + href + "'/></FITS>"));
		}
		refused("votable_file",
				"<?xml version='1.0'?><!DOCTYPE VOTABLE [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>" + votable(
						"<FIELD name='koi_period' datatype='double'/>", "<TABLEDATA><TR><TD>&x;</TD></TR></TABLEDATA>"))
			.contains("DOCTYPE");
		refused("votable_file", votable("<FIELD name='koi_period' datatype='double'/>",
				"<TABLEDATA><TR><TD>&x;</TD></TR></TABLEDATA>"));
	}

	@Test
	void entitiesDoNotGrow() {
		StringBuilder bomb = new StringBuilder("<?xml version='1.0'?><!DOCTYPE VOTABLE [<!ENTITY a0 'aaaaaaaaaa'>");
		for (int i = 1; i < 20; i++) {
			bomb.append("<!ENTITY a%d '%s'>".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
		}
		bomb.append("]>").append(votable("<DESCRIPTION>&a19;</DESCRIPTION>", ""));
		refused("votable_file", bomb.toString()).contains("DOCTYPE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "4611686018427387904", "-1", "many", "2", "0" })
	void aVotableHasAsManyRowsAsItSays(String nrows) {
		String sent = votable("<FIELD name='koi_period' datatype='double'/><FIELD name='koi_depth' datatype='double'/>",
				"<TABLEDATA><TR><TD>1</TD><TD>2</TD></TR></TABLEDATA>")
			.replace("<TABLE>", "<TABLE nrows='" + nrows + "'>");
		refused("votable_file", sent).contains("rows");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<TABLEDATA><TR><TD>1</TD></TR></TABLEDATA> | 2 FIELDs
			<TABLEDATA><TR><TD>1</TD><TD>1</TD><TD>1</TD></TR></TABLEDATA> | 2 FIELDs
			<TABLEDATA><TR><TD>1</TD><TD><B>2</B></TD></TR></TABLEDATA> | "B"
			<TABLEDATA><ROW/></TABLEDATA> | "ROW"
			<TABLEDATA><TR><TD>1</TD><TD>1</TD></TR> | XML
			<BINARY><STREAM encoding='gzip'>AAAA</STREAM></BINARY> | gzip
			<BINARY><STREAM>AAAA</STREAM></BINARY> | base64
			<BINARY><STREAM encoding='base64'>AAAA</STREAM></BINARY> | inside a row
			<BINARY><STREAM encoding='base64'>!!!!</STREAM></BINARY> | base64
			<BINARY2><STREAM encoding='base64'>AA==</STREAM></BINARY2> | inside a row
			""")
	void aBrokenVotableIsRefusedForWhatIsWrong(String data, String words) {
		refused("votable_file", votable(
				"<FIELD name='koi_period' datatype='double'/><FIELD name='koi_depth' datatype='double'/>", data))
			.contains(words);
	}

	@Test
	void aCellThatClaimsToBeHugeIsRefused() {
		byte[] claim = { 0x7F, -1, -1, -1, 'K' };
		String stream = "<BINARY><STREAM encoding='base64'>" + Base64.getEncoder().encodeToString(claim)
				+ "</STREAM></BINARY>";
		refused("votable_file", votable("<FIELD name='kepoi_name' datatype='char' arraysize='*'/>", stream))
			.contains("2147483647");
		refused("votable_file", votable("<FIELD name='kepoi_name' datatype='char' arraysize='999999999'/>", stream))
			.contains("999999999");
		refused("votable_file", votable("<FIELD name='kepoi_name' datatype='quadruple'/>", stream))
			.contains("quadruple");
	}

	@Test
	void depthAndTagsAreBounded() {
		refused("votable_file", "<VOTABLE>" + "<RESOURCE>".repeat(100_000)).contains("nested");
		refused("votable_file", "<VOTABLE><RESOURCE name='" + "x".repeat(100_000) + "'/></VOTABLE>").contains("longer");
	}

	@Test
	void aQueryThatFailedLateIsNoTable() {
		String sent = votable("<FIELD name='koi_period' datatype='double'/>",
				"<TABLEDATA><TR><TD>1</TD></TR></TABLEDATA>")
			.replace("</RESOURCE>", "<DESCRIPTION>" + "x ".repeat(10_000)
					+ "</DESCRIPTION><INFO name='QUERY_STATUS' value='ERROR'>late</INFO></RESOURCE>");
		refused("archive_error", sent);
	}

	@Test
	void whatAFitsHeaderClaimsIsHeldAgainstTheFile() {
		byte[] fits = AstronomyForms.FITS.of(TABLE);
		refused("fits_file", card(fits, "NAXIS2", "4611686018427387904")).contains("bytes");
		refused("fits_file", card(fits, "NAXIS2", "41")).contains("cut short");
		refused("fits_file", card(fits, "NAXIS2", "-1")).contains("NAXIS2");
		refused("fits_file", card(fits, "NAXIS1", "0"));
		refused("fits_file", card(fits, "NAXIS1", "1")).contains("columns take");
		assertProblem(ProblemKind.TOO_LARGE, "too_many_columns", () -> receive(card(fits, "TFIELDS", "999999999")));
		refused("fits_file", card(fits, "TFORM1", "'999999999D'")).contains("columns take");
		refused("fits_file", card(fits, "TFORM1", "'1PD(3)  '")).contains("variable length");
		refused("fits_file", card(fits, "TFORM1", "'1Z      '")).contains("1Z");
		refused("fits_file", "SIMPLE  =                    T".getBytes(StandardCharsets.US_ASCII));
		refused("fits_file",
				("SIMPLE  =                    T" + " ".repeat(6_000_000)).getBytes(StandardCharsets.US_ASCII));
	}

	@Test
	void aFitsFileThatBreaksOffAnywhereIsRefused() {
		byte[] fits = AstronomyForms.FITS.of(TABLE);
		for (int length = 30; length < fits.length - 2880; length += 977) {
			refused("fits_file", java.util.Arrays.copyOf(fits, length));
		}
	}

	@Test
	void aLightCurveIsNoTableOfCandidates() throws IOException {
		refused("fits_file", RealTables.bytes("lightcurves/kepler-11442793-kepler90-2009350155506-llc.fits"))
			.contains("light curve");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			meta: !!python/object/apply:os.system [ls] | python
			meta: !!javax.script.ScriptEngineManager [] | javax
			meta: !astropy.time.Time {} | astropy.time
			meta: [&a [1], *a] | alias
			delimiter: ';' | delimiter
			datatype: 5 | no columns
			meta: [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]] | YAML
			meta: { | YAML
			""")
	void yamlThatIsMoreThanTextAndNumbersIsRefused(String line, String words) {
		String sent = "# %ECSV 1.0\n# ---\n# " + line
				+ "\n# datatype:\n# - {name: koi_period, datatype: float64}\nkoi_period\n1.5\n";
		refused("ecsv_table", line.startsWith("datatype") ? sent.replaceFirst("# datatype:\n# -.*\n", "") : sent)
			.contains(words);
	}

	@Test
	void ecsvHasTheColumnsAndCellsItDeclares() {
		String head = "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: koi_period, datatype: float64}\n";
		refused("ecsv_table", head + "koi_depth\n1.5\n").contains("koi_depth");
		refused("ecsv_table", head + "koi_period\n1.5 2.5\n").contains("line 6");
		refused("ecsv_table", "# %ECSV 1.0\n" + "# x\n".repeat(400_000)).contains("longer");
	}

	@Test
	void textBetweenTwoColumnsOfAnIpacTableIsRefused() {
		refused("ipac_table", "\\origin = made\n|koi_period|koi_depth|\n 1.5        100      \n 1.23456789012345    \n")
			.contains("line 4");
		refused("ipac_table", "\\origin = made\n|koi_period|koi_depth|\n|double|double|\n 1.5        100      \n")
			.contains("line 3");
	}

	private AbstractStringAssert<?> refused(String code, String sent) {
		return refused(code, sent.getBytes(StandardCharsets.UTF_8));
	}

	private AbstractStringAssert<?> refused(String code, byte[] sent) {
		return assertProblem(ProblemKind.UNUSABLE, code, () -> receive(sent).close());
	}

	private Upload receive(byte[] sent) {
		return this.datasets.receive(new ByteArrayInputStream(sent), "table");
	}

	/** The rows without the blank lines that keep them on their lines. */
	private List<String> rows(Upload upload) {
		this.datasets.keep(upload);
		try (InputStream kept = this.datasets.open(upload.ref())) {
			return rows(new String(kept.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> rows(String text) {
		return text.lines().filter((line) -> !line.isBlank()).toList();
	}

	private static String votable(String fields, String data) {
		return "<VOTABLE version='1.4'><RESOURCE><TABLE>" + fields + "<DATA>" + data
				+ "</DATA></TABLE></RESOURCE></VOTABLE>";
	}

	/** The file with another value on a card of the table's header. */
	private static byte[] card(byte[] fits, String key, String value) {
		String text = new String(fits, StandardCharsets.ISO_8859_1);
		int at = text.indexOf(String.format("%-8s=", key), text.indexOf("XTENSION"));
		String card = String.format("%-80s", String.format("%-8s= %20s", key, value));
		return (text.substring(0, at) + card + text.substring(at + 80)).getBytes(StandardCharsets.ISO_8859_1);
	}

}
