package org.partnerflow.search.match;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OrganisationNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Abbott Laboratories          | Abbott Laboratories, Inc.
                    A. O. Smith                  | A.O. Smith Corporation
                    A. O. Smith                  | AO Smith
                    The Boeing Company           | Boeing
                    AT&T                         | A T & T Inc
                    Procter & Gamble             | Procter and Gamble Co.
                    Nestlé S.A.                  | NESTLE SA
                    A B Volvo                    | Volvo AB
                    Müller GmbH & Co. KG         | Muller
                    Telefônica S.A. de C.V.      | Telefonica
                    McDonald's                   | McDonalds Corp
                    Barilla S.p.A.               | Barilla
                    Community College of Aurora (CCA) | Community College of Aurora
                    """)
    void keyIsTheSameWhateverTheLegalFormAndPunctuation(String one, String other) {
        assertThat(OrganisationName.of(one).key())
                .isEqualTo(OrganisationName.of(other).key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    724 Solutions                | 723 Solutions
                    American Airlines Group      | American Express
                    Community College of Aurora  | Community College of Denver
                    First Solar                  | First Republic
                    Duke Energy                  | Duke Realty
                    Southwest Airlines           | Southwest Gas
                    State of Ohio                | State of Iowa
                    """)
    void differentCompaniesAreNotAlike(String one, String other) {
        assertThat(NameSimilarity.of(OrganisationName.of(one), OrganisationName.of(other)))
                .isLessThan(0.8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Abbott Laboratories          | Abott Laboratories
                    Microsoft                    | Microsfot
                    FedEx Ground                 | Fed Ex Ground
                    Goldman Sachs Group          | Goldman Sachs
                    Thermo Fisher Scientific     | ThermoFisher Scientific
                    """)
    void slipsOfThePenStayAlike(String one, String other) {
        assertThat(NameSimilarity.of(OrganisationName.of(one), OrganisationName.of(other)))
                .isGreaterThanOrEqualTo(0.82);
    }

    @Test
    void acronymInBracketsIsKnown() {
        assertThat(OrganisationName.of("Community College of Aurora (CCA)").acronym())
                .isEqualTo(Optional.of("cca"));
        assertThat(OrganisationName.of("Alphabet Inc. (Class A)").acronym()).isEmpty();
    }

    @Test
    void nameOfLegalFormsOnlyKeepsThem() {
        assertThat(OrganisationName.of("The Company").words()).containsExactly("company");
        assertThat(OrganisationName.of("!!!").words()).isEmpty();
    }
}
