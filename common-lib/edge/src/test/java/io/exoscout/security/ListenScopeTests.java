package io.exoscout.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.exoscout.caller.Role;
import io.exoscout.web.EdgeServer;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(OutputCaptureExtension.class)
class ListenScopeTests {

	private static final SecuritySettings BARE = settings(SecuritySettings.Mode.GUARDED, List.of(), " ");

	private static final KeyRing NO_KEYS = new KeyRing(BARE);

	@TempDir
	Path home;

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.8.8.8", "::1", "localhost", "::ffff:127.0.0.1" })
	void loopbackNeedsNoGuard(String address) {
		assertThat(ListenScope.checked(server(address), new ManagementServerProperties(), BARE, NO_KEYS).loopback())
			.isTrue();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "0.0.0.0", "::", "192.168.1.5", "fe80::1" })
	void otherAddressesAreRefused(String address) {
		assertThatExceptionOfType(UnsafeSettingsException.class)
			.isThrownBy(() -> ListenScope.checked(server(address), new ManagementServerProperties(), BARE, NO_KEYS))
			.withMessageStartingWith("server.address is ")
			.withMessageContaining("exoscout.security.api-keys")
			.withMessageNotContaining("\n");
	}

	@Test
	void otherAddressesAreFineWithKeysIssuerOrOpenMode() {
		for (SecuritySettings guarded : List.of(
				settings(SecuritySettings.Mode.GUARDED, List.of("0123456789abcdef"), null),
				settings(SecuritySettings.Mode.GUARDED, List.of(), "https://issuer.example"),
				settings(SecuritySettings.Mode.OPEN, List.of(), null))) {
			assertThat(ListenScope
				.checked(server("0.0.0.0"), new ManagementServerProperties(), guarded, new KeyRing(guarded))
				.loopback()).isFalse();
		}
	}

	@Test
	void managementPortCountsToo() {
		ManagementServerProperties management = new ManagementServerProperties();
		management.setPort(9090);
		assertThatThrownBy(() -> ListenScope.checked(server("127.0.0.1"), management, BARE, NO_KEYS))
			.hasMessageStartingWith("management.server.address is not set");
	}

	@Test
	void managementPortOnLoopbackIsFine() throws UnknownHostException {
		ManagementServerProperties management = new ManagementServerProperties();
		management.setPort(9090);
		management.setAddress(InetAddress.getByName("127.0.0.1"));
		assertThat(ListenScope.checked(server("127.0.0.1"), management, BARE, NO_KEYS).loopback()).isTrue();
	}

	@Test
	void keysDoNotShowInSettings() {
		assertThat(settings(SecuritySettings.Mode.GUARDED, List.of("0123456789abcdef"), null).toString())
			.doesNotContain("0123456789abcdef");
	}

	@ParameterizedTest
	@ValueSource(strings = { "server.address=0.0.0.0", "server.address=", "management.server.port=0" })
	void serviceRefusesToStartInTheOpen(String property, CapturedOutput output) {
		assertThatThrownBy(() -> EdgeServer.start(this.home, property)).isInstanceOf(Exception.class);
		assertThat(output).contains("which others can reach, but nothing guards it").doesNotContain("	at org.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "short-key", "key with blank in between", "longEnoughButÑotAscii" })
	void serviceRefusesUnusableKeysWithoutShowingThem(String key, CapturedOutput output) {
		assertThatThrownBy(() -> EdgeServer.start(this.home, "exoscout.security.api-keys=0123456789abcdef," + key))
			.isInstanceOf(Exception.class);
		assertThat(output).contains("Key 2 of exoscout.security.api-keys").doesNotContain(key, "0123456789abcdef");
	}

	@Test
	void serviceRefusesUnknownMode(CapturedOutput output) {
		assertThatThrownBy(() -> EdgeServer.start(this.home, "exoscout.security.mode=closed"))
			.isInstanceOf(Exception.class);
		assertThat(output).contains("exoscout.security.mode", "GUARDED", "OPEN");
	}

	@Test
	void managementPortOfTheServiceItselfIsNotSeparate() {
		ManagementServerProperties management = new ManagementServerProperties();
		management.setPort(8080);
		assertThat(ListenScope.checked(server("127.0.0.1"), management, BARE, NO_KEYS).loopback()).isTrue();
	}

	private static SecuritySettings settings(SecuritySettings.Mode mode, List<String> keys, String issuer) {
		return new SecuritySettings(mode, keys, List.of(), null, issuer, null, "roles", Role.READER, List.of(), 1);
	}

	private static ServerProperties server(String address) {
		ServerProperties server = new ServerProperties();
		try {
			server.setAddress((address != null) ? InetAddress.getByName(address) : null);
		}
		catch (UnknownHostException exception) {
			throw new IllegalArgumentException(exception);
		}
		return server;
	}

}
