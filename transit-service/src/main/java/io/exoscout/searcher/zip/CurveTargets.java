package io.exoscout.searcher.zip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.gzip.UnpackingBudget;
import io.exoscout.lightcurve.file.CurveSource;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/**
 * Which files are of one star: by what their headers say, else by the number of the star
 * in their names, as missions have them, else by their folders if there are several, else
 * each for itself.
 */
public final class CurveTargets {

	/** Kepler, K2 and TESS, as in the archive's file names. */
	private static final List<Pattern> NAMES = List.of(Pattern.compile("^kplr0*(\\d{1,9})-\\d{13}_"),
			Pattern.compile("^ktwo0*(\\d{1,9})-[cC]\\d+"), Pattern.compile("^tess\\d{13}-s\\d{4}-0*(\\d{1,16})-"));

	private static final List<String> CATALOGUES = List.of("KIC ", "EPIC ", "TIC ");

	private CurveTargets() {
	}

	/**
	 * Tells stars apart.
	 * @param files in any order
	 * @param unpacking what all of them may unpack to
	 * @return the files of each star, by its name, in the order of names; files in that
	 * of theirs
	 * @throws ProblemException {@code broken_zip} if a file is an archive itself
	 */
	public static Map<String, List<CurveSource>> of(List<? extends CurveSource> files, UnpackingBudget unpacking)
			throws IOException {
		String root = root(files);
		Map<String, List<CurveSource>> targets = new TreeMap<>();
		Map<String, CurveSource> sorted = new TreeMap<>();
		for (CurveSource file : files) {
			if (sorted.put(file.name(), file) != null) {
				throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
						"There are two files " + Quoted.of(file.name()) + ". Send each under a name of its own.",
						InputError.field("file", "sent twice"));
			}
		}
		for (CurveSource file : sorted.values()) {
			targets.computeIfAbsent(target(file, root, unpacking), (name) -> new ArrayList<>()).add(file);
		}
		return new LinkedHashMap<>(targets);
	}

	private static String target(CurveSource file, String root, UnpackingBudget unpacking) throws IOException {
		Optional<String> said = said(file, unpacking);
		if (said.isPresent()) {
			return said.get();
		}
		String name = file.name().substring(file.name().lastIndexOf('/') + 1);
		for (int i = 0; i < NAMES.size(); i++) {
			Matcher matcher = NAMES.get(i).matcher(name);
			if (matcher.find()) {
				return CATALOGUES.get(i) + matcher.group(1);
			}
		}
		String folder = folder(file.name());
		return folder.equals(root) ? file.name() : folder;
	}

	/** What the header says; of a file that can not be read, nothing. */
	private static Optional<String> said(CurveSource file, UnpackingBudget unpacking) throws IOException {
		try {
			CurveHead head = CurveHead.of(file, unpacking);
			if (ZipDirectory.begins(head.bytes())) {
				throw new ProblemException(ErrorCode.BROKEN_ZIP,
						"File " + Quoted.of(file.name()) + " is a ZIP archive itself. Pack the files themselves.",
						InputError.field("file", "an archive in an archive"));
			}
			return head.target();
		}
		catch (ProblemException ex) {
			if (unpacking.spent() || ex.code() == ErrorCode.BROKEN_ZIP && ex.detail().contains("itself")) {
				throw ex;
			}
			return Optional.empty();
		}
	}

	/** The longest folder that all files are in. */
	private static String root(List<? extends CurveSource> files) {
		String root = folder(files.get(0).name());
		for (CurveSource file : files) {
			while (!(folder(file.name()) + "/").startsWith(root + "/") && !root.isEmpty()) {
				root = folder(root);
			}
		}
		return root;
	}

	private static String folder(String path) {
		return path.substring(0, Math.max(0, path.lastIndexOf('/')));
	}

}
