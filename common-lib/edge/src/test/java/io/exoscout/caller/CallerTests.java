package io.exoscout.caller;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

import static org.assertj.core.api.Assertions.assertThat;

class CallerTests {

	@Test
	void theProgramItselfHasNoNameAndMayDoEverything() {
		assertThat(Caller.current()).isEqualTo(new Caller(null, Role.ADMIN));
	}

	@Test
	void hasTheHighestOfHisRoles() {
		assertThat(Callers.as("ada", Role.ANALYST, Caller::current)).isEqualTo(new Caller("ada", Role.ANALYST));
		assertThat(List.of(Role.READER, Role.ANALYST, Role.ADMIN)).allMatch((role) -> role.includes(Role.READER));
		assertThat(Role.READER.includes(Role.ANALYST)).isFalse();
	}

	@Test
	void whoHasShownNothingHasNoNameAndMayDoNothing() {
		assertThat(Caller
			.of(new AnonymousAuthenticationToken("key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_X"))))
			.isEqualTo(new Caller(null, Role.NONE));
	}

	@Test
	void changesWhatIsHis() {
		Caller ada = new Caller("ada", Role.ANALYST);
		assertThat(ada.mayChange("ada")).isTrue();
		assertThat(ada.mayChange("bob")).isFalse();
		assertThat(ada.mayChange(null)).isFalse();
	}

	@Test
	void anAdminChangesWhatIsAnybodysOrNobodys() {
		Caller root = new Caller("root", Role.ADMIN);
		assertThat(root.mayChange("bob")).isTrue();
		assertThat(root.mayChange(null)).isTrue();
	}

	@Test
	void whoHasNoNameOwnsNotWhatIsNobodys() {
		assertThat(new Caller(null, Role.NONE).mayChange(null)).isFalse();
	}

}
