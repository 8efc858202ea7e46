package io.exoscout.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.exoscout.dataset.DatasetConfiguration;
import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.Upload;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Tables by the way that uploads take, through a store of tables in a directory of its
 * own that is gone in the end.
 */
public final class StudyTables implements AutoCloseable {

	/** Kepler objects of interest as they were in October 2025. */
	static final String KEPLER = "kepler-koi-cumulative-2025-10-04.csv";

	/** Kepler objects of interest as they were about 2017. */
	static final String KEPLER_2017 = "kepler-koi-kaggle-2017-bom.csv";

	static final String TESS = "tess-toi-2025-10-04.csv";

	static final String K2 = "k2-k2pandc-2025-10-04.csv";

	private static final String FOLDER = "EXOSCOUT_DATA";

	private final Path home;

	private final ConfigurableApplicationContext context;

	StudyTables() throws IOException {
		this.home = Files.createTempDirectory("exoscout-study");
		this.context = new SpringApplicationBuilder(DatasetConfiguration.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.run("--exoscout.home=" + this.home);
	}

	/**
	 * One of the archive's tables, which are no part of the project.
	 * @param name of the file
	 * @return where it is: in the folder that {@code EXOSCOUT_DATA} names, or in
	 * {@code shared/data} beside the project
	 * @throws StudyRefused if it is not there
	 */
	public static Path archived(String name) {
		Path folder = Path.of(Optional.ofNullable(System.getenv(FOLDER)).orElse("../shared/data"));
		if (!Files.isReadable(folder.resolve(name))) {
			throw new StudyRefused("The archive's table %s is not in %s; %s names the folder of these tables."
				.formatted(name, folder, FOLDER));
		}
		return folder.resolve(name);
	}

	/**
	 * Takes a table in, as an upload with default options would.
	 * @param file the table
	 * @return the table, stored
	 * @throws io.exoscout.problem.ProblemException if it is no table of a known mission
	 */
	public StudyTable read(Path file) throws IOException {
		if (!Files.isReadable(file)) {
			throw new StudyRefused("There is no table " + file + " that can be read.");
		}
		try (InputStream raw = Files.newInputStream(file)) {
			return read(raw, file.getFileName().toString());
		}
	}

	/** The same for a table that is no file. */
	public StudyTable read(InputStream raw, String name) {
		Datasets datasets = this.context.getBean(Datasets.class);
		try (Upload upload = datasets.receive(raw, name)) {
			datasets.keep(upload);
			return new StudyTable(datasets, upload.ref(), upload.report());
		}
	}

	@Override
	public void close() throws IOException {
		this.context.close();
		FileSystemUtils.deleteRecursively(this.home);
	}

}
