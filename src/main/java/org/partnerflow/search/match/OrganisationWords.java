package org.partnerflow.search.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The vocabulary of organisations' names, folded: legal forms, abbreviations, words that say little and words that tell apart. */
final class OrganisationWords {
    static final Set<String> FILLERS =
            words("the and of for de la le les los las el y und et di do da des du der die das van von"
                    + " den het een a an in im am zu zum zur i e و и й the");

    private static final Set<String> FORMS =
            words("inc incorporated corp corporation co company companies cos ltd limited llc llp lp"
                    + " lllp plc pc pllc cic gmbh mbh ggmbh ag se kg kgaa ohg ug ev eg gbr eu sa sas sasu sarl sca scs snc spa srl srls sl"
                    + " slu sll nv bv cv vof cvba bvba vzw asbl ab publ oy oyj ky as asa aps ks hf ehf ohf pty pte pvt sdn bhd tbk pt cv kk"
                    + " gk doo dd ad ood eood zrt nyrt kft bt sro spolsro zoo spzoo ska oao ooo zao pao ao tov tzov pjsc ojsc cjsc jsc qsc"
                    + " psc fzco fze fzc dmcc ltda cia eireli me sab sapi rl srlcv lda sgps kb hb ou uab sia as dac clg uc vag aö"
                    + " ооо оао зао пао ао ип тов ат пат зат ад еоод оод ае επε ικε αε οε ανωνυμη");

    /** Forms that also come first. */
    private static final Set<String> FORMS_IN_FRONT = words(
            "ab as oy pt cv ud kk gk sa sas sarl srl spa ag gmbh ooo oao zao pao ao pjsc ojsc jsc tov ип ооо оао зао пао ао тов"
                    + " ат пат uab sia as ou ad sociedad llc ltd pte bv nv stichting");

    /** After these, what follows a comma or not is a place. */
    private static final Set<String> STRONG_FORMS =
            words("inc incorporated ltd llc llp plc gmbh ag nv bv bvba sarl sas spa srl oyj oy"
                    + " ab aps asa kg kgaa pty pte bhd tbk doo zrt nyrt kft sro jsc pjsc ojsc ltda limited corp sa");

    private static final List<String> GLUED_FORMS =
            List.of("株式会社", "有限会社", "合同会社", "股份有限公司", "有限责任公司", "有限公司", "주식회사", "유한회사", "(株)", "(有)", "(주)");

    /** Long forms and phrases by what is written for short. */
    private static final Map<String, String> PHRASES = phrases("""
            gesellschaft mit beschrankter haftung=gmbh
            gesellschaft mbh=gmbh
            g m b h=gmbh
            aktiengesellschaft=ag
            kommanditgesellschaft=kg
            eingetragener verein=ev
            e v=ev
            societe anonyme=sa
            societe a responsabilite limitee=sarl
            societe par actions simplifiee=sas
            sociedad anonima de capital variable=sa cv
            sociedad anonima=sa
            sociedad limitada=sl
            sociedad de responsabilidad limitada=srl
            sociedade anonima=sa
            sociedade limitada=ltda
            societa per azioni=spa
            societa a responsabilita limitata=srl
            naamloze vennootschap=nv
            besloten vennootschap=bv
            aktiebolag=ab
            aktiebolaget=ab
            aktieselskab=as
            aksjeselskap=as
            anpartsselskab=aps
            osakeyhtio=oy
            julkinen osakeyhtio=oyj
            limited liability company=llc
            limited liability partnership=llp
            limited partnership=lp
            public limited company=plc
            public joint stock company=pjsc
            open joint stock company=ojsc
            closed joint stock company=cjsc
            joint stock company=jsc
            proprietary limited=pty ltd
            private limited=pvt ltd
            perseroan terbatas=pt
            sendirian berhad=sdn bhd
            kabushiki kaisha=kk
            kabushiki gaisha=kk
            godo kaisha=gk
            anonim sirketi=as
            общество с ограниченной ответственностью=ооо
            открытое акционерное общество=оао
            публичное акционерное общество=пао
            закрытое акционерное общество=зао
            акционерное общество=ао
            co op=cooperative
            sp z oo=spzoo
            sp zoo=spzoo
            spolka z oo=spzoo
            not for profit=nonprofit
            int l=international
            nat l=national
            ass n=association
            dep t=department
            gov t=government
            u s a=usa
            u s=us
            u k=uk""");

    private static final Map<String, String> ABBREVIATIONS = phrases("""
            dept=department
            dpt=department
            ctr=center
            cntr=center
            cntre=center
            centre=center
            cen=center
            st=saint
            ste=saint
            saints=saint
            mt=mount
            ft=fort
            intl=international
            internl=international
            intern=international
            natl=national
            univ=university
            assn=association
            assoc=association
            assocs=associates
            bros=brothers
            mfg=manufacturing
            mfr=manufacturing
            mgmt=management
            mgt=management
            svc=service
            svcs=services
            serv=services
            govt=government
            hosp=hospital
            inst=institute
            coll=college
            sch=school
            schl=school
            dist=district
            cnty=county
            comm=community
            cmty=community
            tech=technology
            technol=technology
            techs=technologies
            sys=systems
            labs=laboratories
            lab=laboratory
            pharm=pharmaceuticals
            pharma=pharmaceuticals
            ind=industries
            inds=industries
            indus=industries
            hldg=holding
            hldgs=holdings
            grp=group
            ins=insurance
            fin=financial
            finl=financial
            amer=american
            prod=products
            prods=products
            elec=electric
            telecom=telecommunications
            tel=telephone
            bk=bank
            fdn=foundation
            fndn=foundation
            soc=society
            lib=library
            acad=academy
            elem=elementary
            org=organization
            organisation=organization
            theatre=theater
            harbour=harbor
            labour=labor
            colour=color
            1st=first
            2nd=second
            3rd=third
            4th=fourth
            5th=fifth""");

    private static final Map<String, String> SHORT_FORMS = Map.of(
            "incorporated",
            "inc",
            "corporation",
            "corp",
            "company",
            "co",
            "companies",
            "co",
            "cos",
            "co",
            "limited",
            "ltd");

    /** What each common word is worth beside a telling one. */
    private static final Map<String, Double> WEIGHTS = new HashMap<>();

    private static final Set<String> TELL_APART = words(
            "north south east west northern southern eastern western northeast northwest southeast southwest northeastern"
                    + " northwestern southeastern southwestern nord sud sued ost oeste norte sur est ouest upper lower inner outer"
                    + " first second third fourth fifth sixth seventh eighth ninth tenth one two three four five six seven eight nine"
                    + " ten ii iii iv vi vii viii ix xi xii elementary middle high primary secondary junior senior men women boys girls"
                    + " old usa us uk gb canada deutschland germany france italia italy espana spain iberica austria osterreich schweiz"
                    + " suisse switzerland nederland netherlands belgium belgique polska poland brasil brazil mexico china india japan"
                    + " korea australia ireland scotland wales england europe asia africa latinoamerica");
    private static final Pattern WITH_DIGIT = Pattern.compile(".*\\d.*");

    static {
        weigh(
                0.35,
                "at group holding holdings international global worldwide services service solutions systems system technologies"
                        + " technology industries enterprises enterprise partners associates ventures products");
        weigh(
                0.5,
                "american america united national first general new north south east west central bank financial finance insurance"
                        + " energy health healthcare care medical pharmaceuticals electric power resources materials realty"
                        + " properties trust capital management communications telecommunications entertainment foods stores school"
                        + " schools district public community college university high institute center city county state"
                        + " department association council society foundation hospital church academy company saint"
                        + " usa us uk");
    }

    private OrganisationWords() {}

    static double weight(String word) {
        return WEIGHTS.getOrDefault(word, 1.0);
    }

    /** A legal form as it is written for short. */
    static String form(String word) {
        return SHORT_FORMS.getOrDefault(word, word);
    }

    static boolean isForm(String word) {
        return FORMS.contains(word);
    }

    static boolean isFormInFront(String word) {
        return FORMS_IN_FRONT.contains(word);
    }

    static boolean endsName(String word) {
        return STRONG_FORMS.contains(word);
    }

    /** A name with this word is another one than the same name without it. */
    static boolean tellsApart(String word) {
        return TELL_APART.contains(word) || WITH_DIGIT.matcher(word).matches();
    }

    static String withoutGluedForms(String folded) {
        var plain = folded;
        for (var form : GLUED_FORMS) {
            plain = plain.replace(form, " ");
        }
        return plain.isBlank() ? folded : plain;
    }

    /** The words with phrases and abbreviations written in one way. */
    static List<String> spelt(List<String> words) {
        var line = " " + String.join(" ", words) + " ";
        for (var phrase : PHRASES.entrySet()) {
            if (line.contains(phrase.getKey())) {
                line = line.replace(" " + phrase.getKey() + " ", " " + phrase.getValue() + " ");
            }
        }
        var spelt = new ArrayList<String>();
        for (var word : line.strip().split(" ")) {
            if (!word.isEmpty()) {
                spelt.add(ABBREVIATIONS.getOrDefault(word, word));
            }
        }
        return spelt;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> phrases(String lines) {
        return lines.lines()
                .map(line -> line.strip().split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> pair[1], (one, same) -> one, java.util.LinkedHashMap::new));
    }

    private static void weigh(double weight, String words) {
        words(words).forEach(word -> WEIGHTS.put(word, weight));
    }
}
