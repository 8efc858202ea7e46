package io.exoscout.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.util.FileSystemUtils;

/** Starts the suite when the first test asks for it, and stops it after the last one. */
class SharedSuite implements ParameterResolver {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
		Class<?> type = parameter.getParameter().getType();
		return type == Client.class || type == RunningSuite.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
		Started started = test.getRoot()
			.getStore(Namespace.GLOBAL)
			.computeIfAbsent(Started.class, (type) -> Started.now(), Started.class);
		return (parameter.getParameter().getType() == Client.class) ? started.client() : started.suite();
	}

	/**
	 * The suite of this run.
	 *
	 * @param suite the suite
	 * @param client its client
	 */
	record Started(RunningSuite suite, Client client) implements AutoCloseable {

		static Started now() {
			try {
				Path home = Files.createTempDirectory("exoscout-scenarios");
				// so that what a worker has done is seen soon after
				RunningSuite suite = RunningSuite.start("--exoscout.home=" + home, "--server.port=0",
						"--exoscout.work.worker-heartbeat=200ms");
				return new Started(suite, new Client(suite.url()));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void close() throws IOException {
			this.suite.close();
			FileSystemUtils.deleteRecursively(this.suite.home());
		}

	}

}
