package io.exoscout.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The last result of a command, kept in a file between the two marks
 * {@code <!-- name -->} and {@code <!-- end of name -->}.
 *
 * @param name of the command
 */
public record KeptResult(String name) {

	/**
	 * Puts a result in the place of the one before.
	 * @param result what to keep
	 * @param file has the two marks
	 * @throws IOException if the file has no such place, or can not be written
	 */
	public void keep(String result, Path file) throws IOException {
		String beginMark = "<!-- %s -->".formatted(this.name);
		String endMark = "<!-- end of %s -->".formatted(this.name);
		String text = Files.readString(file);
		int begin = text.indexOf(beginMark);
		int end = text.indexOf(endMark);
		if (begin < 0 || end < begin) {
			throw new IOException(
					"%s has no place for the result, which is between %s and %s".formatted(file, beginMark, endMark));
		}
		Files.writeString(file,
				text.substring(0, begin) + beginMark + "\n" + result.strip() + "\n" + text.substring(end));
	}

}
