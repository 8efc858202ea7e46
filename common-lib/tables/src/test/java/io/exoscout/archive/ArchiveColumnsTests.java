package io.exoscout.archive;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveColumnsTests {

	@ParameterizedTest
	@CsvSource({ "KEPLER,koi_score", "KEPLER,koi_fpflag_nt", "KEPLER,koi_fpflag_new", "KEPLER,koi_pdisposition",
			"KEPLER,kepler_name", "KEPLER,koi_vet_stat", "KEPLER,koi_comment", "KEPLER,koi_disp_prov",
			"KEPLER,koi_datalink_dvr", "KEPLER,koi_tce_delivname", "KEPLER,koi_tce_plnt_num", "KEPLER,koi_count",
			"TESS,toi_created", "TESS,rowupdate", "TESS,ctoi_alias", "TESS,pl_pnum", "K2,sy_pnum", "K2,soltype",
			"K2,disc_facility", "K2,disc_refname", "K2,st_refname", "K2,pl_bmasse", "K2,pl_controv_flag", "K2,ttv_flag",
			"K2,rv_flag", "K2,rowupdate", "K2,pl_rade", "K2,pl_insol", "K2,st_tefferr1" })
	void leaksAreNoFeatures(Mission mission, String column) {
		assertThat(ArchiveColumns.role(mission, column)).isEqualTo(ColumnRole.LEAK);
		assertThat(ArchiveColumns.of(mission, column).reason()).isNotBlank();
	}

	@ParameterizedTest
	@CsvSource({ "KEPLER,ra,POSITION", "KEPLER,koi_fwm_sra,POSITION", "KEPLER,koi_time0bk_err1,EPOCH",
			"KEPLER,kepid,IDENTIFIER", "KEPLER,koi_disposition,LABEL", "KEPLER,koi_quarters,BOOKKEEPING",
			"KEPLER,koi_ldm_coeff1,BOOKKEEPING", "KEPLER,koi_period,FEATURE", "KEPLER,koi_dikco_msky,FEATURE",
			"KEPLER,koi_gmag,FEATURE", "KEPLER,rowid,IDENTIFIER", "KEPLER,my_column,UNKNOWN", "TESS,toi,IDENTIFIER",
			"TESS,pl_tranmid,EPOCH", "TESS,pl_orbperlim,BOOKKEEPING", "TESS,st_tmag,FEATURE", "K2,decstr,POSITION",
			"K2,pl_orbper,FEATURE", "K2,default_flag,BOOKKEEPING", "K2,pl_trandep,UNKNOWN" })
	void everyColumnHasItsRole(Mission mission, String column, ColumnRole role) {
		assertThat(ArchiveColumns.role(mission, column)).isEqualTo(role);
	}

	@ParameterizedTest
	@EnumSource
	void coreColumnsAreFeatures(Mission mission) {
		assertThat(ArchiveColumns.core(mission)).isNotEmpty();
		assertThat(ArchiveColumns.features(mission)).containsAll(ArchiveColumns.core(mission));
	}

	@Test
	void featuresHaveUnits() {
		assertThat(ArchiveColumns.of(Mission.KEPLER, "koi_period").unit()).isEqualTo("d");
		assertThat(ArchiveColumns.of(Mission.KEPLER, "koi_duration").unit()).isEqualTo("h");
		assertThat(ArchiveColumns.of(Mission.TESS, "pl_trandep").unit()).isEqualTo("ppm");
		assertThat(ArchiveColumns.of(Mission.K2, "st_rad").unit()).isEqualTo("R_Sun");
	}

}
