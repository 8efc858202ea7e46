package io.exoscout.dataset;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.exoscout.body.TableLimits;
import io.exoscout.s3.S3BlobStore;
import io.exoscout.s3.S3Server;
import io.exoscout.store.BlobStore;
import io.exoscout.store.DirectoryBlobStore;
import io.exoscout.store.GridFsBlobStore;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class DatasetConfigurationTests {

	@TempDir
	Path home;

	@Test
	void keepsFilesInTheDataDirectoryUnlessToldOtherwise() {
		runner().run((context) -> {
			assertThat(context.getBean(BlobStore.class)).isInstanceOf(DirectoryBlobStore.class);
			assertThat(context).hasSingleBean(Datasets.class);
			assertThat(this.home.resolve("blobs")).isDirectory();
			assertThat(this.home.resolve("spool")).isDirectory();
			assertThat(context.getBean(TableLimits.class)).isEqualTo(TableLimits.DEFAULTS);
		});
	}

	@Test
	void keepsFilesWhereToldTo() {
		runner()
			.withPropertyValues("exoscout.blobs.directory=" + this.home + "/a/b",
					"exoscout.blobs.spool=" + this.home + "/c")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.home.resolve("a/b")).isDirectory();
				assertThat(this.home.resolve("c")).isDirectory();
				assertThat(this.home.resolve("blobs")).doesNotExist();
			});
	}

	@Test
	void keepsThemInTheDatabaseWhenAsked() {
		runner().withPropertyValues("exoscout.blobs.kind=gridfs")
			.withBean(MongoDatabaseFactory.class, () -> mock(MongoDatabaseFactory.class))
			.run((context) -> assertThat(context.getBean(BlobStore.class)).isInstanceOf(GridFsBlobStore.class));
	}

	@Test
	void keepsThemInABucketWhenAsked() {
		String[] settings = S3Server.shared()
			.settings(this.home.getFileName().toString())
			.entrySet()
			.stream()
			.map((setting) -> S3Server.property(setting.getKey()) + "=" + setting.getValue())
			.toArray(String[]::new);
		runner().withPropertyValues(settings)
			.run((context) -> assertThat(context.getBean(BlobStore.class)).isInstanceOf(S3BlobStore.class));
	}

	@Test
	void saysWhatABucketNeeds() {
		runner().withPropertyValues("exoscout.blobs.kind=s3")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("EXOSCOUT_BLOBS_BUCKET"));
	}

	@Test
	void refusesNonsensicalLimits() {
		runner().withPropertyValues("exoscout.table.max-columns=0").run((context) -> assertThat(context).hasFailed());
	}

	private ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withUserConfiguration(DatasetConfiguration.class)
			.withPropertyValues("exoscout.home=" + this.home);
	}

}
