package io.exoscout.searcher.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.exoscout.gzip.UnpackingBudget;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ZipDirectoryTests {

	@TempDir
	private Path folder;

	@Test
	void filesComeOutAsTheyWentIn() throws IOException {
		byte[] noise = new byte[50_000];
		new Random(1).nextBytes(noise);
		List<ZippedFile> files = read(new MadeZip().with("a/one.csv", "time,flux").with("two.bin", noise).bytes());
		assertThat(files).extracting(ZippedFile::name).containsExactly("a/one.csv", "two.bin");
		assertThat(new String(content(files.get(0)), StandardCharsets.UTF_8)).isEqualTo("time,flux");
		assertThat(content(files.get(1))).isEqualTo(noise);
		assertThat(content(files.get(1))).as("once more").isEqualTo(noise);
	}

	@Test
	void foldersAndWhatSystemsAddAreNoFiles() throws IOException {
		byte[] archive = new MadeZip().with("a/", "")
			.with("__MACOSX/a/._one.csv", "x")
			.with("a/.DS_Store", "x")
			.with("a/one.csv", "x")
			.bytes();
		assertThat(read(archive)).extracting(ZippedFile::name).containsExactly("a/one.csv");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "../one.csv", "a/../../one.csv", "/etc/one.csv", "C:\\one.csv", "..\\one.csv", "a\nb.csv" })
	void aNameThatLeadsOutIsRefused(String path) {
		assertRefused(new MadeZip().with("fine.csv", "x").with(path, "x").bytes(), ErrorCode.BROKEN_ZIP);
	}

	@Test
	void anEncryptedFileIsRefusedByName() {
		byte[] archive = new MadeZip().with("secret.csv", "x").bytes();
		int entry = directory(archive);
		archive[entry + 8] |= 1;
		assertThat(assertRefused(archive, ErrorCode.BROKEN_ZIP).detail()).contains("secret.csv", "encrypted");
	}

	@Test
	void aBombIsRefusedBeforeItIsUnpacked() {
		assertRefused(new MadeZip().with("bomb.csv", new byte[40 << 20]).bytes(), ErrorCode.TOO_COSTLY);
	}

	@Test
	void aFileThatHidesItsSizeEndsWhereItSaid() throws IOException {
		byte[] archive = new MadeZip().with("bomb.csv", new byte[1 << 20]).bytes();
		ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).putInt(directory(archive) + 24, 100);
		ZippedFile file = read(archive).get(0);
		assertThat(catchThrowableOfType(ProblemException.class, () -> content(file)).code())
			.isEqualTo(ErrorCode.BROKEN_ZIP);
	}

	@Test
	void otherBytesThanWerePackedAreNoticed() throws IOException {
		byte[] archive = new MadeZip().with("one.csv", "time,flux").bytes();
		archive[directory(archive) + 16] ^= 1;
		ZippedFile file = read(archive).get(0);
		assertThat(catchThrowableOfType(ProblemException.class, () -> content(file)).code())
			.isEqualTo(ErrorCode.BROKEN_ZIP);
	}

	@Test
	void aDamagedFileHoldsUpNoOther() throws IOException {
		byte[] archive = new MadeZip().with("a/one.csv", "time,flux").with("b/two.csv", "time,flux").bytes();
		archive[directory(archive) + 16] ^= 1;
		List<ZippedFile> files = read(archive);
		assertThat(CurveTargets.of(files, new UnpackingBudget())).containsOnlyKeys("a", "b");
		assertThat(catchThrowableOfType(ProblemException.class, () -> content(files.get(0))).code())
			.isEqualTo(ErrorCode.BROKEN_ZIP);
		assertThat(content(files.get(1))).isNotEmpty();
	}

	@Test
	void filesThatOverlapAreRefused() {
		byte[] noise = new byte[10_000];
		new Random(2).nextBytes(noise);
		byte[] archive = new MadeZip().with("one.csv", noise).with("two.csv", noise).bytes();
		ByteBuffer buffer = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
		int first = directory(archive);
		int second = first + 46 + "one.csv".length();
		buffer.putInt(second + 42, 0);
		buffer.putInt(first + 20, 20_000);
		buffer.putInt(second + 20, 20_000);
		assertRefused(archive, ErrorCode.BROKEN_ZIP);
	}

	@Test
	void moreFilesThanAreTakenAreRefused() {
		MadeZip zip = new MadeZip();
		for (int i = 0; i <= ZipDirectory.MOST; i++) {
			zip.with("c" + i, "");
		}
		assertRefused(zip.bytes(), ErrorCode.TOO_MANY_FILES);
	}

	@Test
	void aHundredThousandFilesAreRefusedUnread() {
		byte[] archive = new MadeZip().with("one.csv", "x").bytes();
		ByteBuffer end = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
		end.putShort(archive.length - 12, (short) 0xFFFF);
		assertRefused(archive, ErrorCode.TOO_MANY_FILES);
	}

	@Test
	void anArchiveOfNothingIsRefused() {
		assertRefused(new MadeZip().with("a/", "").bytes(), ErrorCode.EMPTY_FILE);
	}

	@Test
	void twoFilesOfOneNameAreRefused() {
		byte[] archive = new MadeZip().with("one.csv", "x").with("two.csv", "x").bytes();
		byte[] name = "one.csv".getBytes(StandardCharsets.UTF_8);
		System.arraycopy(name, 0, archive, directory(archive) + 46 + name.length + 46, name.length);
		assertRefused(archive, ErrorCode.BROKEN_ZIP);
	}

	@Test
	void whereverAnArchiveIsCutItIsRefused() {
		byte[] archive = new MadeZip().with("one.csv", "time,flux").with("two.csv", "flux,time").bytes();
		for (int size = 4; size < archive.length; size++) {
			assertRefused(Arrays.copyOf(archive, size), ErrorCode.BROKEN_ZIP);
		}
	}

	private ProblemException assertRefused(byte[] archive, ErrorCode code) {
		ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> read(archive));
		assertThat(refusal).isNotNull();
		assertThat(refusal.code()).isEqualTo(code);
		return refusal;
	}

	private List<ZippedFile> read(byte[] archive) throws IOException {
		Path file = this.folder.resolve("curves.zip");
		Files.write(file, archive);
		return ZipDirectory.of(file, "curves.zip", new UnpackingBudget());
	}

	private static byte[] content(ZippedFile file) throws IOException {
		try (InputStream in = file.open()) {
			return in.readAllBytes();
		}
	}

	/** Where the directory begins. */
	private static int directory(byte[] archive) {
		return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).getInt(archive.length - 6);
	}

}
