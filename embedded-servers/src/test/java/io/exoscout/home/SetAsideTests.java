package io.exoscout.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SetAsideTests {

	@TempDir
	private Path home;

	@Test
	void severalMayBeSetAsideWithinASecond() throws IOException {
		List<Path> places = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			Path broker = Files.createDirectory(this.home.resolve("broker"));
			Files.writeString(broker.resolve("messages"), "those of broker " + i);
			places.add(SetAside.move(this.home, broker));
		}
		assertThat(places).doesNotHaveDuplicates();
		for (int i = 0; i < 3; i++) {
			assertThat(places.get(i).resolve("messages")).hasContent("those of broker " + i);
		}
	}

}
